import { pendingIn } from '../meeting/pending.ts';
import { rolesOf } from '../meeting/roles.ts';
import { hasEnded, itemNumber, stops } from '../meeting/state.ts';
import { afterTexts } from '../wording/afterTexts.ts';
import { localDate, writeDate } from '../wording/dates.ts';
import {
  type ActionData,
  type Button,
  buttonMaker,
  buttonsOf,
  type CardView,
  cut,
  formsOf,
  hidden,
  type Sight,
  textsOf,
} from './cardView.ts';
import { actorName, decisionNumber } from './draftOf.ts';
import { choiceField, formCard, textField } from './formCard.ts';
import { back, saveButton, shownAgain, type Typed, warningOf } from './forms.ts';
import { type TextLine, textCard } from './textCard.ts';

/** Entries that the card of an approval names. */
const NAMED = 8;
/** The choice for an addition to the minutes as a whole. */
export const WHOLE = 'whole';

/** Whose private chat it is may approve the minutes of this meeting, and nobody has. */
const mayApprove = ({ meeting, reader }: Sight): boolean =>
  meeting.status === 'adjourned' &&
  reader !== undefined &&
  rolesOf(meeting, reader).some((role) => role === 'chair' || role === 'coChair');

/** What those who lead or write do after the meeting; `from`: the card in whose place the answers stand. */
export function afterButtons(sight: Sight, from: string, ready: boolean): Button[] {
  const make = buttonMaker(sight.meeting);
  const b = buttonsOf(sight);
  const a = { a: from };
  return [
    make(sight.meeting.status === 'approved' ? b.seeMinutes : b.seeDraft, 'draft.page', { ...a, page: 0 }),
    make(b.fetchMinutes, 'download.menu', a),
    ...(hasEnded(sight.meeting) ? [make(b.addAfter, 'addendum.form', a)] : []),
    ...(mayApprove(sight) ? [make(b.approveMinutes, 'approve.form', a, ready)] : []),
  ];
}

/** "Referatet er godkendt den 6. marts 2023 af …"; null while it is not. */
export function approvedLine(sight: Sight): string | null {
  const { meeting, people, language } = sight;
  if (meeting.status !== 'approved') return null;
  const date = writeDate(localDate(meeting.approvedAt), language);
  return afterTexts[language].approvedHeading(date, cut(actorName(people, meeting.approvedBy, language), 80));
}

/** *Godkend referat*: what is unanswered and unconfirmed, before it is approved for good. */
export function approvalForm(sight: Sight, from: string): CardView {
  const { meeting, language } = sight;
  const t = afterTexts[language];
  const make = buttonMaker(meeting);
  const b = buttonsOf(sight);
  const { points, entries } = pendingLines(sight);
  const heading = (text: string): TextLine => ({ text, style: 'heading' });
  const some = (list: readonly string[]): TextLine[] => [
    ...list.slice(0, NAMED).map((text) => ({ text })),
    ...(list.length > NAMED ? [{ text: t.more(list.length - NAMED), style: 'quiet' as const }] : []),
  ];
  const pending = points.length + entries.length > 0;
  return textCard(sight, {
    heading: t.approveHeading,
    lines: [
      ...(points.length > 0 ? [heading(t.unanswered(points.length)), ...some(points)] : []),
      ...(entries.length > 0 ? [heading(t.unconfirmed(entries.length)), ...some(entries)] : []),
      pending
        ? { text: t.staysMarked(points.length, entries.length), style: 'apart' }
        : { text: t.nothingPending },
      { text: t.forGood },
    ],
    buttons: [
      make(b.approveNow, 'approve', { a: from }, true),
      make(b.seeDraft, 'draft.page', { a: from, page: 0 }),
      back(sight, { a: from }),
    ],
  });
}

function pendingLines(sight: Sight): { points: string[]; entries: string[] } {
  const { meeting, language } = sight;
  const t = afterTexts[language];
  const all = pendingIn(meeting).filter(({ item }) => !hidden(sight, item.id));
  const number = (itemId: string) => itemNumber(meeting.agenda, itemId);
  return {
    points: all.flatMap(({ item, points }) =>
      points.map((point) => `○ ${number(item.id)}: ${cut(point.text, 120)}`),
    ),
    entries: all.flatMap(({ item, decisions, notes }) => [
      ...decisions.map((one) => `◐ ${decisionNumber(meeting, item.id, one)} ${cut(one.text, 120)}`),
      ...notes.map((one) => `◐ ${t.note(number(item.id), cut(one.text, 120))}`),
    ]),
  };
}

/** *Tilføj efter mødet*: to an item, or to the minutes as a whole. */
export function addendumForm(sight: Sight, from: string, typed?: Typed): CardView {
  const t = afterTexts[sight.language];
  const { meeting } = sight;
  const items = stops(meeting).map((item) => ({
    title: cut(
      `${itemNumber(meeting.agenda, item.id)} – ${hidden(sight, item.id) ? textsOf(sight).closedItem : item.title}`,
      90,
    ),
    value: item.id,
  }));
  return formCard(sight, {
    heading: t.addHeading,
    warning: warningOf(sight, typed),
    fields: [
      choiceField({
        id: 'item',
        label: t.addTo,
        value: typed?.points?.[0] ?? WHOLE,
        required: true,
        errorMessage: formsOf(sight).chooseItemMissing,
        choices: [{ title: t.whole, value: WHOLE }, ...items],
      }),
      textField({
        id: 'text',
        label: t.addText,
        placeholder: t.addPlaceholder,
        value: shownAgain(typed?.text ?? ''),
        multiline: true,
        required: true,
        errorMessage: t.addMissing,
      }),
    ],
    help: t.addHelp,
    buttons: [
      saveButton(sight, 'saveAddendum', 'addendum.add', { a: from }, typed),
      back(sight, { a: from }),
    ],
  });
}

/** Formats that can be fetched in Teams, as their buttons come, with the label of the public edition. */
const FORMATS = [
  ['docx', 'publicDocx'],
  ['pdf', 'publicPdf'],
  ['md', 'publicMd'],
] as const;
/** What is fetched. */
export type FetchKind = 'minutes' | 'package';

/** *Hent referat*: as what; with closed items also the public edition. */
export function downloadMenu(sight: Sight, kind: FetchKind, from: string | undefined): CardView {
  const t = afterTexts[sight.language];
  const make = buttonMaker(sight.meeting);
  const b = buttonsOf(sight);
  const what: Partial<ActionData> = { kind, ...(from ? { a: from } : {}) };
  const closed = sight.meeting.agenda.items.some((item) => item.closed);
  const approved = kind === 'minutes' ? approvedLine(sight) : null;
  return textCard(sight, {
    heading: kind === 'minutes' ? t.fetchMinutes : t.fetchPackage,
    lines: [
      ...(approved ? [{ text: approved }] : []),
      ...(kind === 'package' ? [{ text: t.packageExplained }] : []),
      { text: t.chooseFormat },
      ...(closed ? [{ text: t.publicExplained, style: 'quiet' as const }] : []),
    ],
    buttons: [
      FORMATS.map(([format]) => make(b[format], 'download.get', { ...what, format, edition: 'full' })),
      closed
        ? FORMATS.map(([format, label]) =>
            make(b[label], 'download.get', { ...what, format, edition: 'public' }),
          )
        : [],
      ...(from ? [back(sight, { a: from })] : []),
    ],
  });
}

/** In development, where the client cannot take files: the way to one, for who asked alone. */
export function linkCard(
  sight: Sight,
  fileName: string,
  url: string,
  notes: readonly string[],
  from: string | undefined,
): CardView {
  const t = afterTexts[sight.language];
  return {
    template: 'download',
    summary: t.linkReady,
    model: {
      language: sight.language,
      fallbackText: t.linkReady,
      heading: t.linkReady,
      name: cut(fileName, 200),
      text: cut([t.linkExplained, ...notes].join(' '), 1500),
      open: { title: t.openLink, url },
      buttonRows: from ? [{ actions: [back(sight, { a: from })] }] : [],
    },
  };
}
