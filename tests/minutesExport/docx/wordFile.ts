import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser, type SaxesTagPlain } from 'saxes';

/** Parts of a Word file by name, as text. */
export const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

export const documentOf = (bytes: Uint8Array): string => partsOf(bytes)['word/document.xml'] ?? '';

export interface ReadParagraph {
  readonly text: string;
  readonly style: string | null;
  readonly numbered: boolean;
  /** Tags of the content controls around it, the innermost last. */
  readonly tags: readonly string[];
  /** Names of the elements around it. */
  readonly within: readonly string[];
}

/** Every paragraph of a part in order, with its text as Word reads it; throws on XML that is not well formed. */
export function paragraphsOf(xml: string): ReadParagraph[] {
  const parser = new SaxesParser({ xmlns: true });
  const open: string[] = [];
  const tags: string[] = [];
  const done: ReadParagraph[] = [];
  const own: { text: string; style: string | null; numbered: boolean; tags: string[]; within: string[] }[] =
    [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const { name, attributes } = tag as unknown as SaxesTagPlain & {
      attributes: Record<string, { value: string }>;
    };
    const value = attributes['w:val']?.value ?? '';
    if (name === 'w:p') {
      const made = { text: '', style: null, numbered: false, tags: [...tags], within: [...open] };
      own.push(made);
      done.push(made);
    }
    const at = own.at(-1);
    if (at && name === 'w:pStyle') at.style = value;
    if (at && name === 'w:numId') at.numbered = value !== '0';
    if (at && name === 'w:br') at.text += '\n';
    if (at && name === 'w:tab' && open.at(-1) === 'w:r') at.text += '\t';
    if (name === 'w:sdt') tags.push('');
    if (name === 'w:tag') tags[tags.length - 1] = value;
    open.push(name);
  });
  parser.on('text', (text) => {
    const at = own.at(-1);
    if (at && open.at(-1) === 'w:t') at.text += text;
  });
  parser.on('closetag', ({ name }) => {
    open.pop();
    if (name === 'w:p') own.pop();
    if (name === 'w:sdt') tags.pop();
  });
  parser.write(xml).close();
  return done;
}

/** Texts of the paragraphs in the content control with this tag. */
export const controlTexts = (xml: string, tag: string): string[] =>
  paragraphsOf(xml)
    .filter((one) => one.tags.includes(tag))
    .map(({ text }) => text);
