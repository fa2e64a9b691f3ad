/** Texts longer than this are read anew each time. */
const longest = 400;

/**
 * The same reading of the same text is done once: readers ask several times about each line of a document. Only for
 * functions without side effects; at most `most` texts are kept, then all are forgotten.
 */
export function remembering<T>(read: (text: string) => T, most = 5000): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > longest) return read(text);
    const had = known.get(text);
    if (had !== undefined || known.has(text)) return had as T;
    if (known.size >= most) known.clear();
    const value = read(text);
    known.set(text, value);
    return value;
  };
}
