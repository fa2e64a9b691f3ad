import { childOf, decoded, insideOf, lettersIn, type Place, type Places } from './places.ts';

interface Cut {
  readonly from: number;
  readonly to: number;
}

/** What of a paragraph is text; marks of bookmarks and comments stay. */
const textual = /^w:(?:r|hyperlink|ins|moveTo|del|smartTag|sdt|fldSimple)$/u;

/** Offset in a text element behind the first letters that make up `letters`, and the colon and blanks behind them. */
function offsetBehind(
  { xml }: Places,
  text: Place,
  letters: string,
): { offset: number | null; left: string } {
  let left = letters;
  let at = text.openEnd;
  for (const [char] of insideOf(xml, text).matchAll(/&[^;]+;|[\s\S]/gu)) {
    const letter = lettersIn(decoded(char));
    if (left === '' && !/^[\s:.]$/u.test(decoded(char))) return { offset: at, left };
    if (letter !== '' && left.startsWith(letter)) left = left.slice(letter.length);
    else if (letter !== '') return { offset: null, left: letters };
    at += char.length;
  }
  return { offset: left === '' ? at : null, left };
}

/**
 * Cuts that leave of a paragraph only its label ("Beslutning: Godkendt." → "Beslutning: "); null where the label does
 * not stand in runs of the paragraph itself.
 */
export function cutsBehindLabel(places: Places, paragraph: Place, label: string): readonly Cut[] | null {
  let left = lettersIn(label);
  const { children } = paragraph;
  for (const [index, run] of children.entries()) {
    if (run.name !== 'w:r') {
      if (textual.test(run.name)) return null;
      continue;
    }
    const text = childOf(run, 'w:t');
    if (!text) continue;
    const { offset, left: still } = offsetBehind(places, text, left);
    if (offset === null && still === left && left !== '') return null;
    left = still;
    if (left !== '') continue;
    return [
      { from: offset ?? text.closeStart, to: text.closeStart },
      { from: text.end, to: run.closeStart },
      ...children
        .slice(index + 1)
        .filter(({ name }) => textual.test(name))
        .map(({ start, end }) => ({ from: start, to: end })),
    ].filter(({ from, to }) => to > from);
  }
  return null;
}
