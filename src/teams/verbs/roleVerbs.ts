import { refused } from '../../meeting/commands.ts';
import { entriesIn } from '../../meeting/decideAgenda.ts';
import { previewCard, readyCard, roleCard } from '../../views/startCards.ts';
import { sightOf, type Verb } from '../turnState.ts';

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
  'role.contest': {
    commands: (_turn, tap) => {
      const { who, role } = tap.data;
      return who && role ? [{ type: 'ContestRole', personId: who, role }] : refused('roleNotHeld');
    },
    view: (turn, tap, notice) =>
      roleCard(sightOf(turn, notice), tap.data.who ?? '', tap.data.role ?? 'chair'),
  },
};
