import { findItem, itemNumber } from '../meeting/state.ts';
import { minutesTexts } from '../wording/minutesTexts.ts';
import { replies } from '../wording/replies.ts';
import {
  type ActionData,
  type Button,
  buttonMaker,
  buttonsOf,
  type CardView,
  formsOf,
  hidden,
  paragraphs,
  type Sight,
  textsOf,
} from './cardView.ts';
import { decisionsOf, decisionView } from './decisionView.ts';
import { minutesOf } from './draftOf.ts';
import { addendumBlocks, minutesStatus } from './minutesAddenda.ts';
import type { MinutesBlock } from './minutesDocument.ts';
import { minutesItem } from './minutesItem.ts';
import { pointViews } from './pointView.ts';
import { closedCard, type TextLine, textCard } from './textCard.ts';

/** UTF-16 code units of JSON for the text of one page; with what stands around it, well under what Teams takes. */
const PAGE = 7000;
/** What a line costs in JSON beside its text. */
const LINE = 130;

/** Lines parted into pages; a line longer than a page is parted too, at a word. */
export function pagesOf(lines: readonly TextLine[]): TextLine[][] {
  const pages: TextLine[][] = [[]];
  let room = PAGE;
  const put = (line: TextLine): void => {
    const cost = JSON.stringify(line.text).length + LINE;
    if (cost > room && pages.at(-1)?.length) {
      pages.push([]);
      room = PAGE;
    }
    pages.at(-1)?.push(line);
    room -= cost;
  };
  for (const line of lines) for (const text of parts(line.text)) put({ ...line, text });
  return pages;
}

function parts(line: string): string[] {
  const result: string[] = [];
  let rest = line;
  while (JSON.stringify(rest).length > PAGE - LINE) {
    let room = Math.min(rest.length - 1, PAGE - LINE);
    while (JSON.stringify(rest.slice(0, room)).length > PAGE - LINE) room = Math.floor(room * 0.8);
    const head = rest.slice(0, room);
    const space = head.lastIndexOf(' ');
    const end = space > room / 2 ? space : room - (/[\ud800-\udbff]$/u.test(head) ? 1 : 0);
    result.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...result, rest];
}

/** One page of a long text, with buttons to the others; `page` counts from 0. */
function pageCard(
  sight: Sight,
  heading: string,
  lines: readonly TextLine[],
  page: number,
  verb: string,
  what: Partial<ActionData>,
  others: readonly Button[],
): CardView {
  const make = buttonMaker(sight.meeting);
  const b = buttonsOf(sight);
  const pages = pagesOf(lines);
  const at = Math.min(Math.max(0, page), pages.length - 1);
  const turn = (to: number) => ({ ...what, page: to });
  return textCard(sight, {
    heading,
    lines: pages[at] ?? [],
    ...(pages.length > 1 ? { footer: formsOf(sight).page(at + 1, pages.length) } : {}),
    buttons: [
      ...(at > 0 ? [make(b.pageBack, verb, turn(at - 1))] : []),
      ...(at < pages.length - 1 ? [make(b.pageOn, verb, turn(at + 1), true)] : []),
      ...others,
    ],
  });
}

const closeButton = (sight: Sight, itemId: string): Button =>
  buttonMaker(sight.meeting)(buttonsOf(sight).close, 'back', { i: itemId });

/** *Sagen*: description and attachments of an item. */
export function casePage(sight: Sight, itemId: string, page: number): CardView {
  if (hidden(sight, itemId)) return closedCard(sight, itemId);
  const item = findItem(sight.meeting, itemId);
  const f = formsOf(sight);
  const lines: TextLine[] = [
    ...(item?.description ? paragraphs(item.description) : [{ text: f.noDescription }]),
    ...(item && item.attachments.length > 0
      ? [
          { text: f.attachments, style: 'heading' } as const,
          ...item.attachments.map((name) => ({ text: `• ${name}` })),
        ]
      : []),
  ];
  const heading = textsOf(sight).itemTitle(itemNumber(sight.meeting.agenda, itemId), item?.title ?? '');
  return pageCard(sight, heading, lines, page, 'case', { i: itemId }, [closeButton(sight, itemId)]);
}

/** *Vis mere*: points and decisions of an item, uncut. */
export function fullPage(sight: Sight, itemId: string, page: number): CardView {
  if (hidden(sight, itemId)) return closedCard(sight, itemId);
  const item = findItem(sight.meeting, itemId);
  const points = item ? pointViews(sight, item, Number.POSITIVE_INFINITY, true) : [];
  const t = textsOf(sight);
  const decisions = decisionsOf(sight, itemId);
  const titled = (text: string) => ({ text, style: 'heading' }) as const;
  const lines: TextLine[] = [
    ...(points.length > 0 ? [titled(t.recommendation)] : []),
    ...points.flatMap((point) => [
      ...paragraphs(point.text),
      { text: `${point.sign} ${point.status}`, style: point.answered ? 'answer' : 'remark' } as const,
    ]),
    ...(decisions.length > 0 ? [titled(t.decisions)] : []),
    ...decisions.flatMap((decision) => {
      const view = decisionView(sight, itemId, decision, Number.POSITIVE_INFINITY);
      return [
        ...view.lines.map(({ number, text }) => ({ text: number + text })),
        { text: `${view.assignment} · ${view.registered}`, style: 'quiet' } as const,
      ];
    }),
  ];
  const heading = textsOf(sight).itemTitle(itemNumber(sight.meeting.agenda, itemId), item?.title ?? '');
  return pageCard(sight, heading, lines, page, 'item.full', { i: itemId }, [closeButton(sight, itemId)]);
}

/**
 * The draft minutes page by page, each item on pages of its own; for who leads or writes. Buttons in their language.
 * `from`: the card in whose place it stands, and to which it goes back.
 */
export function draftPage(sight: Sight, page: number, from?: string): CardView {
  if (sight.audience === 'shared')
    return textCard(sight, { heading: replies[sight.language].draftWillBeSent, buttons: [] });
  const { head, items } = minutesOf(sight.meeting, sight.people);
  // The minutes are in the language of the meeting, whoever turns their pages.
  const { language } = head;
  const t = minutesTexts[language];
  const linesOf = (blocks: readonly MinutesBlock[]) =>
    blocks.flatMap((line, index): TextLine[] => {
      const mark = line.style === 'number' ? `${index + 1}. ` : line.style === 'bullet' ? '• ' : '';
      const text = paragraphs(mark + line.text);
      return line.remark === '' ? text : [...text, { text: line.remark, style: 'remark' }];
    });
  const ofItems = items.flatMap((item) => {
    const view = minutesItem(head, item, language, 'working');
    const lines = view.sections.flatMap((section): TextLine[] => [
      ...(section.label ? [{ text: section.label, style: 'heading' } as const] : []),
      ...linesOf(section.blocks),
    ]);
    if (item.itemKind === 'break' && lines.length === 0) return [];
    // "Punkt 4: …" and not "4. …", which a heading would take for a list.
    const name = item.number ? textsOf({ language }).itemTitle(item.number, item.title) : item.title;
    return pagesOf(lines.length > 0 ? lines : [{ text: t.empty, style: 'remark' }]).map((part) => ({
      heading: name,
      part,
      entries: item,
      itemId: { i: item.itemId },
    }));
  });
  // What was added to the minutes as a whole stands behind its items.
  const toAll = pagesOf(linesOf(addendumBlocks(head.addenda, language))).flatMap((part) =>
    part.length === 0
      ? []
      : [{ heading: t.addendum, part, entries: { notes: [], addenda: head.addenda }, itemId: {} }],
  );
  const pages = [...ofItems, ...toAll];
  const make = buttonMaker(sight.meeting);
  const b = buttonsOf(sight);
  const at = Math.max(0, Math.min(page, pages.length - 1));
  const a = from ? { a: from } : {};
  const shown = pages[at];
  const here = { ...shown?.itemId, page: at, ...a };
  const draft = head.approved === null;
  const unconfirmed = shown?.entries.notes.filter((note) => draft && !note.struck && !note.confirmed) ?? [];
  const confirms = unconfirmed
    .slice(0, 2)
    .map(({ noteId }) => make(b.confirmNote, 'note.confirm', { ...here, n: noteId }));
  const added = shown?.entries.addenda.findLast((one) => !one.struck);
  return textCard(
    { ...sight, language },
    {
      heading: shown?.heading ?? t.untitled,
      lines: shown?.part ?? [],
      footer: `${minutesStatus(head, language)} · ${t.page(at + 1, Math.max(1, pages.length))}`,
      buttons: [
        ...(at > 0 ? [make(b.pageBack, 'draft.page', { page: at - 1, ...a })] : []),
        ...(at < pages.length - 1 ? [make(b.pageOn, 'draft.page', { page: at + 1, ...a }, true)] : []),
        ...confirms,
        ...(added ? [make(b.strikeAddendum, 'addendum.strike', { ...here, d: added.addendumId })] : []),
        make(b.fetchMinutes, 'download.menu', a),
        ...(from ? [make(b.back, 'back', a)] : []),
      ],
    },
  );
}
