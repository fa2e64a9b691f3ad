import { type Node, Schema } from 'prosemirror-model';
import { DEEPEST, type TypedLine, typedLines, writtenLines } from '../../../wording/typedLines.ts';

/** Text and bullets as a flat list of lines, which is what the minutes are kept as. */
export const schema = new Schema({
  nodes: {
    // `decided`: ids of the decisions that were made of lines of this text; going back takes them out again.
    doc: { content: 'line+', attrs: { decided: { default: [] } } },
    line: {
      content: 'text*',
      attrs: { level: { default: 0 } },
      whitespace: 'pre',
      defining: false,
      parseDOM: [{ tag: 'p', getAttrs: (dom) => ({ level: shownLevel(dom) }) }, { tag: 'div' }],
      toDOM: (node) => ['p', lineAttributes(levelOf(node)), 0],
    },
    text: {},
  },
});

const shownLevel = (dom: unknown): number => {
  const shown = (dom as { getAttribute(name: string): string | null }).getAttribute('data-level');
  return Math.min(DEEPEST, Math.max(0, Number.parseInt(shown ?? '0', 10) || 0));
};

/** How a line is set, in an editor and where there is none yet. */
export const lineAttributes = (level: number): Record<string, string> =>
  level === 0 ? { class: 'typedLine' } : { class: 'typedLine typedBullet', 'data-level': String(level) };

export const levelOf = (line: Node): number => Number(line.attrs.level);

export const lineNode = ({ level, text }: TypedLine): Node =>
  schema.node('line', { level }, text === '' ? [] : [schema.text(text)]);

export const textDocument = (text: string): Node => schema.node('doc', null, typedLines(text).map(lineNode));

export const linesIn = (document: Node): TypedLine[] =>
  document.children.map((line) => ({ level: levelOf(line), text: line.textContent }));

export const textOf = (document: Node): string => writtenLines(linesIn(document));

/** Where line `index` begins, before its opening. */
export function lineStart(state: { readonly doc: Node }, index: number): number {
  let at = 0;
  for (let line = 0; line < index; line += 1) at += state.doc.child(line).nodeSize;
  return at;
}
