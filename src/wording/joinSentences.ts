/** Sentences with one object each that may share it: subject and verb, object, ending. */
const frames = [
  /^(?<head>.{1,80}? tog) (?<object>.+) (?<tail>til efterretning\.)$/u,
  /^(?<head>.{1,80}? (?:drøftede|godkendte|tiltrådte)) (?<object>.+?)(?<tail>\.)$/u,
];
const plainObject =
  /^(?!.*(?<!\p{L})(?:og|samt|eller|at|om|som|der|hvordan|hvad|hvilke|kort|til)(?!\p{L}))[^,;:()"\n]{1,60}$/iu;

function framed(sentence: string): { head: string; object: string; tail: string } | null {
  for (const frame of frames) {
    const { head, object, tail } = frame.exec(sentence)?.groups ?? {};
    if (head !== undefined && object !== undefined && tail !== undefined && plainObject.test(object)) {
      return { head, object, tail };
    }
  }
  return null;
}

/** Neighbours with the same subject and frame become one ("tog A og B til efterretning"); all others stay apart. */
export function joinSentences(sentences: readonly string[]): string[] {
  const groups: { head: string; objects: string[]; tail: string; whole: string }[] = [];
  for (const whole of sentences) {
    const frame = framed(whole);
    const last = groups.at(-1);
    if (last?.whole === whole) continue;
    if (
      frame !== null &&
      last !== undefined &&
      last.objects.length > 0 &&
      last.head === frame.head &&
      last.tail === frame.tail
    ) {
      if (!last.objects.includes(frame.object)) last.objects.push(frame.object);
    } else {
      groups.push({
        head: frame?.head ?? '',
        objects: frame === null ? [] : [frame.object],
        tail: frame?.tail ?? '',
        whole,
      });
    }
  }
  return groups.map(({ head, objects, tail, whole }) => {
    if (objects.length < 2) return whole;
    const list = `${objects.slice(0, -1).join(', ')} og ${objects.at(-1)}`;
    return `${head} ${list}${tail === '.' ? '' : ' '}${tail}`;
  });
}
