import { refused } from '../../meeting/commands.ts';
import { entriesIn } from '../../meeting/decideAgenda.ts';
import { GrantableRole } from '../../meeting/events.ts';
import { previewCard } from '../../views/previewCard.ts';
import { contestForm, readyCard, roleCard } from '../../views/startCards.ts';
import type { Tap } from '../tap.ts';
import { sightOf, type Verb } from '../turnState.ts';

/** Whose role it is: on the button, or chosen in the form. */
function contested({ data }: Tap): {
  readonly who?: string | undefined;
  readonly role?: GrantableRole | undefined;
} {
  if (data.who) return { who: data.who, role: data.role };
  const [role, who] = data.person.split(':');
  return { who, role: GrantableRole.safeParse(role).data };
}

/** Verbs on the agenda as a whole, and on who leads. */
export const roleVerbs: Readonly<Record<string, Verb>> = {
  'agenda.use': {
    commands: (turn, tap) => {
      const { proposal } = turn.meeting;
      const entryIds = Array.from({ length: proposal ? entriesIn(proposal.agenda) : 0 }, () => turn.newId());
      return [{ type: 'AdoptAgenda', proposalId: tap.data.n ?? '', entryIds }];
    },
    view: (turn, tap, notice) =>
      [40, 25, 15].map((rows) => previewCard(sightOf(turn, notice), tap.data.n ?? '', rows)),
  },
  'role.claim': {
    commands: (_turn, tap) =>
      tap.data.role ? [{ type: 'ClaimRole', role: tap.data.role }] : refused('roleNotHeld'),
    view: (turn, _tap, notice) => readyCard(sightOf(turn, notice)),
  },
  'role.contest.form': {
    formFor: 'ContestRole',
    view: (turn, _tap, notice) => contestForm(sightOf(turn, notice)),
  },
  'role.contest': {
    commands: (_turn, tap) => {
      const { who, role } = contested(tap);
      return who && role ? [{ type: 'ContestRole', personId: who, role }] : refused('roleNotHeld');
    },
    view: (turn, tap, notice) => {
      const { who = '', role = 'chair' } = contested(tap);
      const sight = sightOf(turn, notice);
      return tap.data.a === 'ready' ? readyCard(sight) : roleCard(sight, who, role);
    },
  },
};
