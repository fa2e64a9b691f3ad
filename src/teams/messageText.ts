import type { MessageActivity } from './activity.ts';

/** Stands for a message that was quoted in an answer to it (microsoft/teams.ts#482). Who types it, types `&lt;`. */
const QUOTED = /<quoted\b[^<>]*\/?>\s*/giu;

/**
 * The line as its writer meant it: without quoted messages and the mention of the bot itself, other people's mentions as their names,
 * HTML entities decoded once, no-break spaces as spaces.
 */
export function mentionFreeText(activity: MessageActivity): string {
  const mentions = activity.entities.filter((found) => found.type === 'mention');
  const written = activity.text.replace(QUOTED, '');
  let text = '';
  let end = 0;
  for (const tag of written.matchAll(/<at\b[^>]*>(.*?)<\/at>[^\S\r\n]*/gis)) {
    text += decoded(written.slice(end, tag.index));
    end = tag.index + tag[0].length;
    const at = mentions.findIndex((known) => known.text?.trim() === tag[0].trim());
    const [found] = at < 0 ? [] : mentions.splice(at, 1);
    // A mention without its entity is a name that cannot be told from the bot's: it stays, as text.
    if (found?.mentioned.id === activity.recipient.id) continue;
    const space = /\s*$/.exec(tag[0])?.[0] ?? '';
    text += (found?.mentioned.name ?? decoded(tag[1] ?? '')) + space;
  }
  text += decoded(written.slice(end));
  return text
    .replaceAll('\u00a0', ' ')
    .replace(/[\u200b\ufeff]/g, '')
    .replaceAll('\r\n', '\n')
    .trim();
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  aelig: 'æ',
  AElig: 'Æ',
  oslash: 'ø',
  Oslash: 'Ø',
  aring: 'å',
  Aring: 'Å',
};

/** Entities of HTML as the signs that they stand for, once. */
function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Elements of Teams' messages that end a line. */
const ENDS_LINE = /^(?:br$|\/(?:p|div|li|tr|h[1-6]|blockquote|pre)$)/iu;
/** What is no text of the message: quoted messages and files stand for themselves. What is not closed ends with all. */
const NO_TEXT =
  /<(script|style)\b[^<>]*>.*?(?:<\/\1\s{0,9}>|$)|<!--.*?(?:-->|$)|<attachment\b[^<>]*>[^<]*<\/attachment\s{0,9}>/gisu;
/** A message that is quoted in an answer: the words of somebody else. Teams' own tags are short. */
const QUOTED_BLOCK =
  /<blockquote\b[^<>]{0,100}schema\.skype\.com\/Reply[^<>]{0,200}>.*?(?:<\/blockquote\s{0,9}>|$)/gisu;

/** What stands in the place of an element. */
function shown(tag: string, name: string): string {
  if (/^li$/iu.test(name)) return '• ';
  if (ENDS_LINE.test(name)) return '\n';
  if (!/^(?:emoji|img)$/iu.test(name)) return '';
  return /\balt="([^"<>]{1,20})"/iu.exec(tag)?.[1] ?? '';
}

/** HTML as text. Takes time by its length alone, whatever somebody wrote. */
function withoutElements(html: string): string {
  const text = html
    .replace(NO_TEXT, '')
    .replace(QUOTED_BLOCK, '')
    .replace(/[\r\n]+/gu, ' ');
  // Behind it no element ends: there none is looked for, from each `<` to the end.
  const end = text.lastIndexOf('>') + 1;
  const elements = /<(\/?[a-z][a-z0-9]*)\b[^>]*>/giu;
  return text.slice(0, end).replace(elements, shown) + text.slice(end);
}

/** A chat message as its readers see it: HTML as text, a line for each paragraph, emoji as signs. */
export function readableText(content: string, format: 'html' | 'text'): string {
  const text = format === 'text' ? content : decoded(withoutElements(content));
  return text
    .replaceAll('\u00a0', ' ')
    .replace(/[\u200b\ufeff]/gu, '')
    .split(/\r?\n/u)
    .map((line) => line.replace(/[^\S\n]+/gu, ' ').trim())
    .filter((line, at, lines) => line !== '' || (at > 0 && lines[at - 1] !== ''))
    .join('\n')
    .trim();
}
