import { findItem, hasBegun, hasEnded } from '../meeting/state.ts';
import { type CardRef, cardKey } from '../service/cardKey.ts';
import { agendaCard } from '../views/agendaCard.ts';
import { offerCard, samePersonCard } from '../views/askCards.ts';
import type { CardView, Sight } from '../views/cardView.ts';
import { summaryCard, unansweredCard } from '../views/endCards.ts';
import { DETAILS, itemCard } from '../views/itemCard.ts';
import { movedOnCard } from '../views/movedOn.ts';
import { previewCard } from '../views/previewCard.ts';
import { refreshed } from '../views/refresh.ts';
import { readyCard, roleCard } from '../views/startCards.ts';
import type { Tap } from './tap.ts';

/** A view that is made only if a more generous one does not fit. */
export type LazyView = () => CardView;

/** A card that stands in a conversation, from generous to small; empty where there is nothing to show. */
export function viewsOf(sight: Sight, card: CardRef): readonly LazyView[] {
  switch (card.kind) {
    case 'preview':
      return [40, 25, 15].map((rows) => () => previewCard(sight, card.proposalId, rows));
    case 'ready':
      return [() => readyCard(sight)];
    case 'agenda':
      return [22, 15, 10].map((rows) => () => agendaCard(sight, rows));
    case 'item':
      return findItem(sight.meeting, card.itemId)
        ? DETAILS.map((detail) => () => itemCard(sight, card.itemId, detail))
        : [];
    case 'role':
      return [() => roleCard(sight, card.personId, card.role)];
    case 'summary':
      return SIZES.map(
        ([rows, text]) =>
          () =>
            summaryCard(sight, rows, text),
      );
    case 'unanswered':
      return hasBegun(sight.meeting) ? [20, 10, 5].map((items) => () => unansweredCard(sight, items)) : [];
    case 'offer':
      return [() => offerCard(sight, card.what)];
    case 'movedOn':
      return findItem(sight.meeting, card.itemId) ? [() => movedOnCard(sight, card.itemId)] : [];
    case 'samePerson':
      return [() => samePersonCard(sight, card.personId, card.accountId)];
    default:
      return card satisfies never;
  }
}

/** The same as it is posted where all read it: clients of who leads and writes draw an item's anew for them. */
export function postedViews(sight: Sight, card: CardRef): readonly LazyView[] {
  const views = viewsOf(sight, card);
  if (card.kind !== 'item' || sight.audience === 'leading') return views;
  return views.map((view, at) => () => refreshed(view(), sight.meeting, sight.people, card.itemId, at > 0));
}

/** The card that stands for the meeting as a whole: what was read, who leads, or the agenda. */
export function wholeMeeting(meeting: Sight['meeting']): CardRef {
  if (hasBegun(meeting)) return { kind: 'agenda' };
  const unused = meeting.edition === 0 ? meeting.proposal : null;
  return unused ? { kind: 'preview', proposalId: unused.id } : { kind: 'ready' };
}

/**
 * The cards by which the meeting goes on: they must stand in the chat, whoever deleted them. Of a meeting that has ended
 * there is none: years later Teams has deleted all of them by their age.
 */
export function isPresentCard(meeting: Sight['meeting'], card: CardRef): boolean {
  if (hasEnded(meeting)) return false;
  if (card.kind === 'item') return hasBegun(meeting) && card.itemId === meeting.currentItemId;
  return cardKey('', card) === cardKey('', wholeMeeting(meeting));
}

/** The card that a button stands on, by what the button hands back. */
export function tappedCard(tap: Tap, meeting: Sight['meeting']): CardRef {
  const { a, c, i } = tap.data;
  if (a === 'agenda' || a === 'unanswered' || a === 'ready') return { kind: a };
  if (a === 'offerEnd') return { kind: 'offer', what: 'end' };
  const itemId = c && findItem(meeting, c) ? c : i;
  return itemId ? { kind: 'item', itemId } : wholeMeeting(meeting);
}

/** Rows and characters a row of the summary. */
const SIZES = [
  [40, 220],
  [30, 120],
  [20, 80],
  [10, 60],
] as const;
