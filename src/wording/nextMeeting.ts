import { sentencesOf } from './sentences.ts';

const verb =
  'er|bliver|afholdes|holdes|finder|ligger|skal|forventes|planlægges|fastsættes|is|will|takes|has been';
const opening = new RegExp(
  '^(?:Det |The )?(?:næste|førstkommende|next) (?:ordinære |regular )?' +
    `(?:\\p{L}*møde|meeting)(?<of> (?:i|for|of) .{2,80}?)?(?:\\s*:|\\s+(?:${verb}|den|d\\.|on)(?!\\p{L}))`,
  'iu',
);
const goesOn = /^(?:Det|Mødet|Her|It) (?:er|bliver|afholdes|holdes|foregår|finder|is|will|takes)(?!\p{L})/u;
const titled =
  /^(?:næste|førstkommende|kommende|next) (?:\p{L}*møde(?:r|dato)?|meetings?)(?!\p{L})[\s:–-]*(?<when>.*)$/iu;

/** "i den politiske klynge" is another body's meeting; "i Klyngestyregruppen" may be this one's. */
function ofThis(words: string, forum: string | null): boolean {
  const last = words.trim().split(/\s+/u).at(-1) ?? '';
  const stem = last.replace(/(?:en|et|n|t)$/iu, '').toLocaleLowerCase('da');
  return stem.length > 3 && (forum ?? '').toLocaleLowerCase('da').includes(stem);
}

/** Sentences that say when, where or how the next meeting of this forum is; in doubt none. */
export function nextMeetingIn(text: string, forum: string | null): string[] {
  const said: string[] = [];
  let follows = false;
  for (const sentence of sentencesOf(text).map((one) => one.replace(/^[•·▪*–-]\s+/u, ''))) {
    const of = opening.exec(sentence)?.groups?.of;
    const opens = opening.test(sentence) && (of === undefined || ofThis(of, forum));
    if (opens || (follows && goesOn.test(sentence))) said.push(sentence);
    follows = opens || (follows && goesOn.test(sentence));
  }
  return said;
}

/** An item about nothing else ("Næste møde: den 8. marts"): what its title says of it, empty for nothing; else null. */
export function nextMeetingItem(title: string): string | null {
  const found = titled.exec(title.trim())?.groups?.when;
  return found === undefined ? null : /\d/u.test(found) ? found : '';
}
