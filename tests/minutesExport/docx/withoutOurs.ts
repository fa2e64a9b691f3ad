/** End of the element that begins at `from`, with all in it. */
function endOf(xml: string, from: number, name: string): number {
  const tags = new RegExp(`<(/?)${name}(?=[\\s>/])[^>]*?(/?)>`, 'gu');
  tags.lastIndex = from;
  let depth = 0;
  for (let hit = tags.exec(xml); hit; hit = tags.exec(xml)) {
    if (hit[1] === '/') depth -= 1;
    else if (hit[2] !== '/') depth += 1;
    if (depth === 0) return tags.lastIndex;
  }
  throw new Error(`${name} at ${from} has no end`);
}

/** The text without the content controls that are ours. */
export function withoutControls(xml: string): string {
  const ours = /<w:sdt><w:sdtPr>(?:<w:alias [^>]*>)?<w:tag w:val="punkt[:-]/u;
  let rest = xml;
  for (let hit = ours.exec(rest); hit; hit = ours.exec(rest))
    rest = rest.slice(0, hit.index) + rest.slice(endOf(rest, hit.index, 'w:sdt'));
  return rest;
}

const sameUntil = (a: string, b: string): number => {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
};

/** Up to three paragraphs taken out so that more of the text is the same as in the source. */
function withoutPut(source: string, rest: string, same: number, put: string[]): string | null {
  for (let from = rest.lastIndexOf('<w:p>', same), tries = 0; from >= 0 && tries < 8; tries += 1) {
    for (let to = endOf(rest, from, 'w:p'), count = 1; count <= 3; count += 1) {
      const without = rest.slice(0, from) + rest.slice(to);
      if (without === source || sameUntil(source, without) > same) {
        const texts = rest.slice(from, to).split('</w:p>').slice(0, -1);
        put.push(...texts.map((text) => text.replace(/<[^>]*>/gu, '')));
        return without;
      }
      if (!rest.startsWith('<w:p>', to)) break;
      to = endOf(rest, to, 'w:p');
    }
    from = rest.lastIndexOf('<w:p>', from - 1);
  }
  return null;
}

/**
 * What is in `written` beside our content controls and beside `source`: texts of the paragraphs that were put in. Throws
 * where anything of `source` is not in it byte for byte.
 */
export function putInto(source: string, written: string): string[] {
  let rest = withoutControls(written);
  const put: string[] = [];
  while (rest !== source) {
    const same = sameUntil(source, rest);
    const found = withoutPut(source, rest, same, put);
    if (found === null) throw new Error(`not as before: ${rest.slice(Math.max(0, same - 80), same + 120)}`);
    rest = found;
  }
  return put;
}
