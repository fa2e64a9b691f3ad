/** What XML 1.0 cannot hold (its production 2, Char): it is shown, as it can't be written. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
const scripts = ['Hebrew', 'Arabic', 'Syriac', 'Thaana', 'Nko'].map((name) => `\\p{Script=${name}}`).join('');
/** Letters of scripts that run from right to left, with the signs between them. */
const rightToLeft = new RegExp(
  `[${scripts}](?:[${scripts}\\p{M}\\p{P}\\p{Zs}\\p{Cf}]*[${scripts}\\p{M}])?`,
  'gu',
);
const firstLetter = /\p{L}/u;

const shown = (char: string): string =>
  `⟨U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;

/** Text for an element or an attribute; illegal characters are named: "⟨U+0007⟩". */
export const escaped = (text: string): string =>
  text
    .replace(illegal, shown)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Whether a paragraph of this text runs from right to left: its first letter does. */
export function runsFromRight(text: string): boolean {
  const first = firstLetter.exec(text)?.[0];
  return first !== undefined && first.search(rightToLeft) === 0;
}

const textElement = (text: string): string => `<w:t xml:space="preserve">${escaped(text)}</w:t>`;

/** Text, tabs and line breaks of a run; nothing in it can become a field. */
const inside = (text: string): string =>
  text
    .split(/(\r\n|\r|\n|\t)/u)
    .map((piece) =>
      piece === ''
        ? ''
        : piece === '\t'
          ? '<w:tab/>'
          : /^[\r\n]/u.test(piece)
            ? '<w:br/>'
            : textElement(piece),
    )
    .join('');

/** Runs of a text as it was typed. `look`: how its letters are set, given whether they run from the right. */
export function runsOf(text: string, look: (fromRight: boolean) => string): string {
  const run = (piece: string, fromRight: boolean): string => {
    if (piece === '') return '';
    const properties = look(fromRight);
    return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${inside(piece)}</w:r>`;
  };
  let done = 0;
  let runs = '';
  for (const hit of text.matchAll(rightToLeft)) {
    runs += run(text.slice(done, hit.index), false) + run(hit[0], true);
    done = hit.index + hit[0].length;
  }
  return runs + run(text.slice(done), false);
}
