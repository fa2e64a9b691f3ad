import { DEEPEST } from '../../../wording/typedLines.ts';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Number of the list that all bullets share. */
export const bulletList = 1;

/** Hands out a list of its own to everything that counts from 1. */
export class NumberedLists {
  #count = 0;

  begin(): number {
    this.#count += 1;
    return bulletList + this.#count;
  }

  get count(): number {
    return this.#count;
  }
}

/** Twentieths of a point between a mark and its text, and from level to level. */
export const listStep = 425;

const level = (at: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>` +
  `<w:pPr><w:ind w:left="${listStep * (at + 1)}" w:hanging="${listStep}"/></w:pPr></w:lvl>`;
const abstract = (id: number, kind: string, content: string): string =>
  `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="${kind}"/>${content}</w:abstractNum>`;
const bullets = Array.from({ length: DEEPEST }, (_, at) => level(at, 'bullet', at === 0 ? '•' : '◦')).join(
  '',
);

/** word/numbering.xml: bullets, and so many lists that each begin at 1. */
export const numberingXml = ({ count }: NumberedLists): string =>
  `<w:numbering xmlns:w="${main}">${abstract(0, 'hybridMultilevel', bullets)}${abstract(1, 'singleLevel', level(0, 'decimal', '%1.'))}` +
  `<w:num w:numId="${bulletList}"><w:abstractNumId w:val="0"/></w:num>` +
  Array.from(
    { length: count },
    (_, at) =>
      `<w:num w:numId="${bulletList + 1 + at}"><w:abstractNumId w:val="1"/>` +
      '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
  ).join('') +
  '</w:numbering>';
