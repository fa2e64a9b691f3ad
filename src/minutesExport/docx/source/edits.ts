/** A stretch of a text replaced; `from` = `to`: put in there. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * The text with all edits made; those at the same place keep their order. What only takes out, inside of what another
 * takes out, is done by it; nothing that is put in is ever lost.
 */
export function edited(text: string, edits: readonly Edit[]): string {
  const removals = edits.filter(({ from, to }) => to > from);
  const covering = ({ from, to }: Edit) =>
    removals.find((other) => other.from <= from && to <= other.to && other.to - other.from > to - from);
  const placed = edits.flatMap((edit) => {
    const cover = covering(edit);
    const atEdge = edit.from === edit.to && (edit.from === cover?.from || edit.from === cover?.to);
    if (!cover || atEdge) return [edit];
    return edit.text === '' ? [] : [{ from: cover.to, to: cover.to, text: edit.text }];
  });
  // what is put in where a stretch begins stands before what comes in the place of that stretch
  placed.sort((a, b) => a.from - b.from || Math.sign(a.to - a.from) - Math.sign(b.to - b.from));
  let done = 0;
  let result = '';
  for (const { from, to, text: put } of placed) {
    result += text.slice(done, Math.max(done, from)) + put;
    done = Math.max(done, to);
  }
  return result + text.slice(done);
}
