import { DEEPEST } from '../../wording/typedLines.ts';
import { type Block, listOf, node, type TagNode } from './blocks.ts';
import { lineEnd } from './setText.ts';
import { type TextStyle, textStyles, textWidth } from './textStyles.ts';

/** Points between the edge of a list and its texts. */
export const listIndent = 16;
/** Points that blank lines are worth. */
const blankRoom = 6;
/** Points between the paragraphs of a text, and between the entries of a list. */
const paragraphSpace = 5;
const entrySpace = 3;

interface Place {
  readonly space: number;
  readonly withNext?: boolean;
  readonly withPrevious?: boolean;
  readonly x?: number;
  readonly inOutline?: boolean;
}

/** One text alone in its element. */
export function text(element: TagNode, words: string, style: TextStyle, place: Place): Block {
  const { space, withNext = false, withPrevious = false, x = 0, inOutline = false } = place;
  const cell = { element, text: words, style, x, width: textWidth - x };
  return { cells: [cell], space, withNext, withPrevious, inOutline };
}

/** The paragraphs of a text as typed, each with the points above it beside what is usual; blank lines are room. */
function paragraphs(typed: string): { readonly words: string; readonly room: number }[] {
  let room = 0;
  const all = typed.split(lineEnd).flatMap((words) => {
    if (words.trim() === '') {
      room = blankRoom;
      return [];
    }
    const paragraph = { words, room };
    room = 0;
    return [paragraph];
  });
  return all.length > 0 ? all : [{ words: '', room: 0 }];
}

/** "• …", "- …": somebody typed a list, and it is set as one, under the mark that was typed. */
const typedEntry = /^(\s*)([•·▪◦‣*–-])\s+(?=\S)/u;

/** A text as typed, in paragraphs and lists. `space`: points above the first. */
export function prose(parent: TagNode, typed: string, x: number, space: number): Block[] {
  return proseOf(parent, paragraphs(typed), x, space);
}

function proseOf(parent: TagNode, parts: ReturnType<typeof paragraphs>, x: number, space: number): Block[] {
  /** The lists that are open, outermost first, each with the body of its last entry. */
  let open: { list: TagNode; body: TagNode }[] = [];
  return parts.map(({ words, room }, at) => {
    const [all, indent = '', mark] = typedEntry.exec(words) ?? [];
    const above = (at === 0 ? space : all === undefined ? paragraphSpace : entrySpace) + room;
    if (all === undefined || mark === undefined) {
      open = [];
      return text(node('P', parent), words, textStyles.text, { space: above, x });
    }
    // Two blanks are a level; none is passed over.
    const depth = Math.min(Math.floor(indent.length / 2), open.length, DEEPEST - 1);
    open = open.slice(0, depth + 1);
    const list = open[depth]?.list ?? listOf(open[depth - 1]?.body ?? parent, mark);
    const made = entry(list, mark, words.slice(all.length), x + depth * listIndent, above);
    open = [...open.slice(0, depth), { list, body: made.body }];
    return made.block;
  });
}

function entry(
  list: TagNode,
  mark: string,
  words: string,
  x: number,
  space: number,
): { readonly block: Block; readonly body: TagNode } {
  const item = node('LI', list);
  const body = node('LBody', item);
  const style = textStyles.text;
  const inner = x + listIndent;
  const cells = [
    { element: node('Lbl', item), text: mark, style, x, width: listIndent },
    { element: node('P', body), text: words, style, x: inner, width: textWidth - inner },
  ];
  return { block: { cells, space, withNext: false, withPrevious: false, inOutline: false }, body };
}

/** An entry of a list, its further paragraphs under the first, and the element that more about it belongs to. */
export function listEntry(
  list: TagNode,
  mark: string,
  typed: string,
  space = entrySpace,
): { readonly blocks: Block[]; readonly body: TagNode } {
  const [first, ...others] = paragraphs(typed);
  const { block, body } = entry(list, mark, first?.words ?? '', 0, space);
  return { blocks: [block, ...proseOf(body, others, listIndent, entrySpace)], body };
}
