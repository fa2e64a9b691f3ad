import type { MessageActivity } from './activity.ts';

/**
 * The line as its writer meant it: without the mention of the bot itself, other people's mentions as their names,
 * HTML entities decoded once, no-break spaces as spaces.
 */
export function mentionFreeText(activity: MessageActivity): string {
  const mentions = activity.entities.filter((found) => found.type === 'mention');
  let text = '';
  let end = 0;
  for (const tag of activity.text.matchAll(/<at\b[^>]*>(.*?)<\/at>[^\S\r\n]*/gis)) {
    text += decoded(activity.text.slice(end, tag.index));
    end = tag.index + tag[0].length;
    const at = mentions.findIndex((known) => known.text?.trim() === tag[0].trim());
    const [found] = at < 0 ? [] : mentions.splice(at, 1);
    // A mention without its entity is a name that cannot be told from the bot's: it stays, as text.
    if (found?.mentioned.id === activity.recipient.id) continue;
    const space = /\s*$/.exec(tag[0])?.[0] ?? '';
    text += (found?.mentioned.name ?? decoded(tag[1] ?? '')) + space;
  }
  text += decoded(activity.text.slice(end));
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
const ENDS_LINE = /<br\b[^>]*>|<\/(?:p|div|li|tr|h[1-6]|blockquote|pre)\s*>/giu;
/** What is no text of the message: quoted messages and files stand for themselves. */
const NO_TEXT = /<(script|style|attachment)\b[^>]*>.*?<\/\1\s*>|<!--.*?-->/gisu;

/** A chat message as its readers see it: HTML as text, a line for each paragraph, emoji as signs. */
export function readableText(content: string, format: 'html' | 'text'): string {
  const text =
    format === 'text'
      ? content
      : decoded(
          content
            .replace(NO_TEXT, '')
            .replace(/[\r\n]+/gu, ' ')
            .replace(/<(?:emoji|img)\b[^>]*?\balt="([^"<>]{1,20})"[^>]*>/giu, '$1')
            .replace(/<li\b[^>]*>/giu, '• ')
            .replace(ENDS_LINE, '\n')
            .replace(/<\/?[a-z][^>]*>/giu, ''),
        );
  return text
    .replaceAll('\u00a0', ' ')
    .replace(/[\u200b\ufeff]/gu, '')
    .split(/\r?\n/u)
    .map((line) => line.replace(/[^\S\n]+/gu, ' ').trim())
    .filter((line, at, lines) => line !== '' || (at > 0 && lines[at - 1] !== ''))
    .join('\n')
    .trim();
}
