import { denial } from '../../meeting/decide.ts';
import { UNDO_CHOICES } from '../../meeting/decideUndo.ts';
import { pendingIn } from '../../meeting/pending.ts';
import { sameActor } from '../../meeting/roles.ts';
import {
  hasBegun,
  hasEnded,
  languageOf,
  type Proposal,
  recordOf,
  registeredAfterwards,
} from '../../meeting/state.ts';
import { viewTexts } from '../../wording/page/viewTexts.ts';
import { hidden } from '../cardView.ts';
import { actorName, nameOf } from '../draftOf.ts';
import { undoChoices } from '../menus.ts';
import { importDifferences, importWarnings } from '../previewCard.ts';
import { undoText } from '../undoText.ts';
import { pageAttendance } from './pageAttendance.ts';
import { notesFor, pageAddenda } from './pageItem.ts';
import { pageMe, pagePeople } from './pagePeople.ts';
import { isLeading, type PageReading, type PageSight, readerOf } from './pageSight.ts';
import type { PageHead, PageImport, PageLink, PageProposal } from './pageView.ts';

/** The meeting as a whole, for this reader. `sight` is made of `reading`. */
export function pageHead(reading: PageReading, sight: PageSight): PageHead {
  const { meeting, acting } = sight;
  // Before an agenda is in use, the one that waits says what the meeting is.
  const agenda = (meeting.edition === 0 ? meeting.proposal?.agenda : undefined) ?? meeting.agenda;
  const begun = hasBegun(meeting) ? meeting : null;
  const position = begun && !hasEnded(begun) && begun.currentSince !== null;
  const reader = readerOf(sight);
  return {
    meetingId: meeting.meetingId,
    version: meeting.version,
    edition: meeting.edition,
    status: meeting.status,
    language: languageOf(meeting),
    audience: reading.audience,
    me: acting && reader ? pageMe(sight, acting, nameOf(reading.people, reader, sight.language)) : null,
    title: agenda.title,
    forum: agenda.forum,
    date: agenda.date,
    start: agenda.start,
    end: agenda.end,
    place: agenda.place,
    startedAt: begun?.startedAt ?? null,
    adjournedAt: hasEnded(meeting) ? meeting.adjournedAt : null,
    approvedAt: meeting.status === 'approved' ? meeting.approvedAt : null,
    registeredAfterwards: registeredAfterwards(meeting),
    rehearsal: reading.rehearsal ?? false,
    position: position ? { itemId: begun.currentItemId, since: begun.currentSince } : null,
    people: pagePeople(sight),
    attendance: pageAttendance(sight),
    proposal: openProposal(sight),
    imported: imported(sight),
    addenda: isLeading(sight) ? pageAddenda(sight, null) : [],
    undo: undoOf(sight),
    links: isLeading(sight) ? linksOf(sight) : [],
    pending: pendingFor(sight),
  };
}

function openProposal(sight: PageSight): PageProposal | null {
  const { meeting, people, language, acting, onStage } = sight;
  const open = meeting.openProposal;
  if (!open || hidden(sight, open.itemId) || meeting.status === 'approved') return null;
  // The words stand on the big screen, and nobody's name with them.
  const pen = onStage || open.pen.kind === 'operator' ? null : open.pen.personId;
  return {
    proposalId: open.id,
    itemId: open.itemId,
    text: open.text,
    pen: { personId: pen ?? '', name: onStage ? '' : actorName(people, open.pen, language) },
    mine: acting !== null && sameActor(open.pen, acting.by),
  };
}

/** Told again with every commit, and found once. */
const differences = new WeakMap<Proposal, { agenda: unknown; key: string; words: readonly string[] }>();

function imported(sight: PageSight): PageImport | null {
  const { meeting, people, language, acting, audience } = sight;
  const { proposal } = meeting;
  if (!proposal || !acting || hasEnded(meeting) || denial(meeting, 'AdoptAgenda', acting)) return null;
  const key = `${language} ${audience} ${meeting.status}`;
  const known = differences.get(proposal);
  const words =
    known?.agenda === meeting.agenda && known.key === key
      ? known.words
      : meeting.edition > 0
        ? importDifferences(sight, proposal)
        : [];
  differences.set(proposal, { agenda: meeting.agenda, key, words });
  return {
    proposalId: proposal.id,
    sourceName: proposal.sourceName,
    by: actorName(people, proposal.by, language),
    warnings: importWarnings(sight, proposal),
    differences: words,
    itemCount: proposal.agenda.items.filter(({ kind }) => kind === 'item').length,
    holdsMinutes: proposal.agenda.items.some(({ written }) => written !== null),
    withMinutes: proposal.withMinutes,
  };
}

function undoOf(sight: PageSight): PageHead['undo'] {
  const { meeting, acting } = sight;
  if (!acting || meeting.status === 'approved') return [];
  if (meeting.status === 'adjourned' && !isLeading(sight)) return [];
  return undoChoices(sight, acting)
    .slice(0, UNDO_CHOICES)
    .map((entry) => ({
      version: entry.version,
      what: undoText(sight, entry),
      mine: sameActor(entry.by, acting.by),
    }));
}

const linksOf = ({ meeting, people, language }: PageSight): PageLink[] =>
  meeting.links
    .filter((link) => !link.revoked)
    .map(({ id, personId, by, at, deviceHash }) => ({
      linkId: id,
      personId,
      name: personId === null ? viewTexts[language].bigScreen : nameOf(people, personId, language),
      issuedBy: actorName(people, by, language),
      at,
      taken: deviceHash !== null,
    }));

/** What is unanswered and unconfirmed in what this reader sees. */
function pendingFor(sight: PageSight): PageHead['pending'] {
  const { meeting, onStage } = sight;
  const pending = { points: 0, decisions: 0, notes: 0 };
  if (onStage || !hasBegun(meeting)) return pending;
  for (const { item, points, decisions, notes } of pendingIn(meeting)) {
    if (hidden(sight, item.id)) continue;
    const own = new Set(notesFor(sight, recordOf(meeting, item.id)));
    pending.points += points.length;
    pending.decisions += decisions.length;
    pending.notes += notes.filter((note) => own.has(note)).length;
  }
  return pending;
}
