import { strToU8, zipSync } from 'fflate';
import { readDocx } from '../../src/agendaImport/docx/docxReader.ts';
import type { Line } from '../../src/agendaImport/source.ts';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const others =
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="urn:x-wps" xmlns:v="urn:x-v"';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Parts of a small Word package, each the inside of its root element. */
export interface WordParts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  /** Targets of hyperlinks: `rIdL0`, `rIdL1` … */
  readonly links?: readonly string[];
  /** Whole parts beside those. */
  readonly extra?: Readonly<Record<string, string>>;
}

/** Text of word/document.xml around a body. */
export const documentXml = (body: string): string =>
  `<w:document ${w} ${others}><w:body>${body}</w:body></w:document>`;

export function wordPackage({
  body,
  styles,
  numbering,
  footnotes,
  links = [],
  extra = {},
}: WordParts): Uint8Array {
  const related = { styles, numbering, footnotes };
  const present = Object.entries(related).filter(([, content]) => content !== undefined);
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': documentXml(body),
    'word/_rels/document.xml.rels': `<Relationships xmlns="${relations}">${present
      .map(([kind]) => `<Relationship Id="rId_${kind}" Type="${office}/${kind}" Target="${kind}.xml"/>`)
      .join('')}${links
      .map(
        (target, at) =>
          `<Relationship Id="rIdL${at}" Type="${office}/hyperlink" Target="${target}" TargetMode="External"/>`,
      )
      .join('')}</Relationships>`,
    ...Object.fromEntries(
      present.map(([kind, content]) => [`word/${kind}.xml`, `<w:${kind} ${w}>${content}</w:${kind}>`]),
    ),
    ...extra,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : run(content)}</w:p>`;
export const listed = (text: string, numId: number, level = 0): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);

export const linesOfWord = (parts: WordParts): Promise<Line[]> => readDocx(wordPackage(parts));
export const textsOfWord = async (parts: WordParts): Promise<string[]> =>
  (await linesOfWord(parts)).map((line) => line.text);
