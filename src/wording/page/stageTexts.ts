import type { Language } from '../outcome.ts';

const da = {
  itemOf: (number: string, count: number | null) => `Punkt ${number}${count ? ` af ${count}` : ''}`,
  proposal: 'Forslag – ikke besluttet',
  more: (count: number) => `og ${count} mere`,
  closed: 'Lukket punkt',
  pause: 'Pause',
  soon: 'Mødet begynder snart',
  over: 'Mødet er slut',
  thanks: 'Tak for i dag',
  away: 'Forbinder igen …',
};

const en: typeof da = {
  itemOf: (number, count) => `Item ${number}${count ? ` of ${count}` : ''}`,
  proposal: 'Proposal – not decided',
  more: (count) => `and ${count} more`,
  closed: 'Closed item',
  pause: 'Break',
  soon: 'The meeting begins shortly',
  over: 'The meeting is over',
  thanks: 'Thank you all',
  away: 'Reconnecting …',
};

/** What the big screen says around what the meeting says. */
export const stageTexts: Readonly<Record<Language, typeof da>> = { da, en };
