import type { Language } from '../outcome.ts';

const da = {
  claim: { chair: 'Jeg er ordstyrer', coChair: 'Jeg er medformand', minuteTaker: 'Jeg er referent' },
  named: {
    chair: 'Dagsordenen nævner dig som ordstyrer.',
    coChair: 'Dagsordenen nævner dig som medformand.',
    minuteTaker: 'Dagsordenen nævner dig som referent. Som referent skriver du her.',
  },
  claimed: { chair: 'Du er ordstyrer', coChair: 'Du er medformand', minuteTaker: 'Du er referent' },
};

/** A role that the agenda names somebody for, and the taking of it. */
export type RoleTexts = typeof da;

const en: RoleTexts = {
  claim: { chair: 'I am the chair', coChair: 'I am the co-chair', minuteTaker: 'I take the minutes' },
  named: {
    chair: 'The agenda names you as chair.',
    coChair: 'The agenda names you as co-chair.',
    minuteTaker: 'The agenda names you as minute taker. As such you write here.',
  },
  claimed: {
    chair: 'You are the chair',
    coChair: 'You are the co-chair',
    minuteTaker: 'You take the minutes',
  },
};

export const roleTexts: Readonly<Record<Language, RoleTexts>> = { da, en };
