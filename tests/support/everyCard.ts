import type { Acting } from '../../src/meeting/roles.ts';
import { hasBegun, recordOf, stops } from '../../src/meeting/state.ts';
import type { CardRef } from '../../src/service/cardKey.ts';
import { viewsOf } from '../../src/teams/cards.ts';
import { addendumForm, approvalForm, downloadMenu, linkCard } from '../../src/views/afterCards.ts';
import { attendanceCard } from '../../src/views/attendanceCard.ts';
import { behalfFields } from '../../src/views/behalfFields.ts';
import { browserCard } from '../../src/views/browserCard.ts';
import type { CardView, Sight } from '../../src/views/cardView.ts';
import {
  correctionForm,
  decisionForm,
  itemForm,
  noteForm,
  postponeForm,
  undoForm,
} from '../../src/views/forms.ts';
import {
  addMenu,
  correctList,
  decisionMenu,
  moreMenu,
  pointMenu,
  undoChoices,
} from '../../src/views/menus.ts';
import { messageForm } from '../../src/views/messageForm.ts';
import { messageMeetingForm } from '../../src/views/messageMeetingForm.ts';
import { casePage, draftPage, fullPage } from '../../src/views/pages.ts';
import { responsibleForm } from '../../src/views/responsibleForm.ts';
import { contestForm } from '../../src/views/startCards.ts';
import { undoText } from '../../src/views/undoText.ts';
import { whichMeetingCard } from '../../src/views/whichMeetingCard.ts';
import { chair } from './meetingBuilder.ts';

export interface NamedCard {
  readonly name: string;
  /** From generous to small. */
  readonly views: readonly CardView[];
}

/** Of a long agenda the first, some, and the last; all cards of it would take a minute. */
const someStops = (sight: Sight) => {
  const all = stops(sight.meeting);
  return all.length <= 6 ? all : [...all.slice(0, 2), ...all.slice(-1)];
};

/** An account of Teams whose name is like that of a person of the agenda. */
const alike = { personId: 'bo', accountId: 'gaest' };

/** The cards that stand in a conversation, of every kind. */
export function standingCards(sight: Sight, samePerson = alike): NamedCard[] {
  const { meeting } = sight;
  const refs: CardRef[] = [
    { kind: 'preview', proposalId: meeting.proposal?.id ?? 'gone' },
    { kind: 'ready' },
    { kind: 'agenda' },
    ...someStops(sight).map((item): CardRef => ({ kind: 'item', itemId: item.id })),
    ...meeting.roles.map(({ personId, role }): CardRef => ({ kind: 'role', personId, role })),
    { kind: 'role', personId: 'bo', role: 'minuteTaker' },
    { kind: 'summary' },
    { kind: 'unanswered' },
    { kind: 'offer', what: 'start' },
    { kind: 'offer', what: 'end' },
    { kind: 'movedOn', itemId: 'currentItemId' in meeting ? meeting.currentItemId : '' },
    { kind: 'samePerson', ...samePerson },
  ];
  return refs.flatMap((ref) => {
    const views = viewsOf(sight, ref).map((view) => view());
    return views.length > 0 ? [{ name: JSON.stringify(ref), views }] : [];
  });
}

const PAGES = [0, 1, 2, 3, 9999];

/** Every menu, form and page that a tap can be answered with. */
export function answerCards(sight: Sight, acting: Acting = chair): NamedCard[] {
  const { meeting } = sight;
  const one = (name: string, view: CardView): NamedCard => ({ name, views: [view] });
  const choices = (itemId: string) =>
    undoChoices(sight, acting)
      .slice(0, 5)
      .map((entry) => ({ version: entry.version, text: undoText(sight, entry, itemId) }));
  const ofItems = someStops(sight).flatMap((item): NamedCard[] => {
    const decisions = recordOf(meeting, item.id).decisions;
    const shown = [...decisions.slice(0, 2), ...decisions.slice(-1)];
    return [
      one(`more ${item.id}`, moreMenu(sight, item.id, acting)),
      one(`add ${item.id}`, addMenu(sight, item.id, acting, 'unanswered')),
      one(`corrections ${item.id}`, correctList(sight, item.id)),
      one(`decision form ${item.id}`, decisionForm(sight, item.id)),
      one(
        `decision form with text ${item.id}`,
        decisionForm(sight, item.id, { text: '010203-1234', cpr: true }),
      ),
      one(
        `decision form of who leads ${item.id}`,
        decisionForm(sight, item.id, undefined, behalfFields(sight, null)),
      ),
      one(`note form ${item.id}`, noteForm(sight, item.id)),
      one(
        `note form of who leads ${item.id}`,
        noteForm(sight, item.id, undefined, behalfFields(sight, null)),
      ),
      one(`postpone form ${item.id}`, postponeForm(sight, item.id)),
      ...(choices(item.id).length > 0
        ? [one(`undo form ${item.id}`, undoForm(sight, item.id, choices(item.id)))]
        : []),
      one(`go form ${item.id}`, itemForm(sight, { kind: 'go', what: { i: item.id } })),
      ...PAGES.map((page) => one(`case ${item.id} ${page}`, casePage(sight, item.id, page))),
      ...PAGES.map((page) => one(`full ${item.id} ${page}`, fullPage(sight, item.id, page))),
      ...item.points
        .slice(0, 2)
        .map((point) => one(`point ${point.id}`, pointMenu(sight, item.id, point.id, acting))),
      ...shown.flatMap((decision) => [
        one(`decision ${decision.id}`, decisionMenu(sight, item.id, decision, acting)),
        one(`correction ${decision.id}`, correctionForm(sight, item.id, decision)),
        one(`responsible ${decision.id}`, responsibleForm(sight, item.id, decision)),
        one(`move form ${decision.id}`, itemForm(sight, { kind: 'move', itemId: item.id, decision })),
      ]),
    ];
  });
  return [
    ...ofItems,
    ...['Kort.', '<ord> '.repeat(4_000)].map((text, at) =>
      one(
        `message form ${at}`,
        messageForm(
          sight,
          { messageId: '1763700009999', text, said: '2031-03-06T09:15:00.000Z', author: 'x'.repeat(900) },
          behalfFields(sight, null, { behalfName: 'y'.repeat(900) }),
          { item: '', kind: 'note', anyway: at === 1 },
        ),
      ),
    ),
    one('roles to object to', contestForm(sight)),
    one(
      'which meeting',
      whichMeetingCard([{ id: 'a', state: meeting }], sight.language, {
        activityId: '17',
        text: 'notér: …',
        saidAt: null,
      }),
    ),
    one(
      'which meeting of a message',
      messageMeetingForm(
        Array.from({ length: 12 }, (_, index) => ({ id: `meeting-${index}`, state: meeting })),
        {
          messageId: '17',
          text: '"Ord"\n'.repeat(4_000),
          said: '2031-03-06T09:15:00.000Z',
          author: 'x'.repeat(1_000),
          authorKey: 'y'.repeat(100),
        },
        sight.language,
      ),
    ),
    one('attendance', attendanceCard(sight)),
    one(
      'way to the browser',
      browserCard(
        sight,
        meeting.meetingId,
        { url: `http://127.0.0.1:3978/tab#k=${'x'.repeat(32)}` },
        { a: 'ready' },
      ),
    ),
    one('start form', itemForm(sight, { kind: 'start' })),
    ...PAGES.map((page) => one(`draft ${page}`, draftPage(sight, page))),
    one('approval', approvalForm(sight, 'unanswered')),
    one('addendum form', addendumForm(sight, 'unanswered')),
    one('addendum form with text', addendumForm(sight, 'unanswered', { text: '010203-1234', cpr: true })),
    one('minutes to fetch', downloadMenu(sight, 'minutes', 'unanswered')),
    one('pack to fetch', downloadMenu(sight, 'package', undefined)),
    one(
      'link',
      linkCard(sight, '2031-03-06 Referatudkast.docx', 'http://127.0.0.1:3978/x', ['Note.'], 'unanswered'),
    ),
  ];
}

export const everyCard = (sight: Sight, acting: Acting = chair): NamedCard[] => [
  ...standingCards(sight),
  ...(hasBegun(sight.meeting) || sight.meeting.agenda.items.length > 0 ? answerCards(sight, acting) : []),
];
