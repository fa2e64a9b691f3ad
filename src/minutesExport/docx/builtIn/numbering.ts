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

const level = (format: string, text: string, letters = ''): string =>
  `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>` +
  `<w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr>${letters}</w:lvl>`;
const abstract = (id: number, content: string): string =>
  `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="singleLevel"/>${content}</w:abstractNum>`;

/** word/numbering.xml: bullets, and so many lists that each begin at 1. */
export const numberingXml = ({ count }: NumberedLists): string =>
  `<w:numbering xmlns:w="${main}">${abstract(0, level('bullet', '•'))}${abstract(1, level('decimal', '%1.'))}` +
  `<w:num w:numId="${bulletList}"><w:abstractNumId w:val="0"/></w:num>` +
  Array.from(
    { length: count },
    (_, at) =>
      `<w:num w:numId="${bulletList + 1 + at}"><w:abstractNumId w:val="1"/>` +
      '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
  ).join('') +
  '</w:numbering>';
