import { remembering } from '../wording/remember.ts';
import { tidy } from './paragraphs.ts';

const nameWord = /^\p{Lu}[\p{Ll}'’´]+(?:-\p{Lu}[\p{L}'’]+)*$/u;
const initial = /^\p{Lu}\.(?:\p{Lu}\.)?$|^\p{Lu}$/u;
const particle = /^(?:von|van|de|den|der|af|la|du|el|al|bin|ter|le|da|dos)$/iu;

/** Endings of Danish occupational titles; a word with one of them is not part of a name. */
const titleWord =
  /^(?:\p{L}*(?:direktør|chef|leder|læge|sygeplejerske|konsulent|koordinator|formand|forkvinde|borgmester|sekretær|rektor|lærer|pædagog|jurist|professor|ansvarlig|medarbejder|repræsentant|rådmand|medlem|kasserer|specialist|rådgiver|terapeut|planlægger|fuldmægtig|assistent|økonom|inspektør|forstander|udvikler|analytiker|ingeniør|arkitekt|advokat|revisor|stedfortræder|suppleant|observatør|studerende|provst|sognepræst|dekan|jordemoder|bestyrer|bibliotekar|farmaceut|psykolog|controller|bogholder|viceborgmester|manager|lektor|forsker|referent|ordstyrer|dirigent|oplægsholder|tovholder|sagsbehandler|projektejer|kontaktperson|praktiserende|daglig|afdelings\p{Ll}+)(?:en|n|r|e|ne|er|erne)?|hr\.?|fru|dr\.?|ph\.?d\.?|cand\.?\p{Ll}*\.?)$/iu;

/** Words of which organisations are named. */
const organisationWord =
  /^\p{L}*(?:kommune|municipality|council|region|hospital|sygehus|klinik|praksis|psykiatri|center|centre|centr|forvaltning|afdeling|styrelse|universitet|skole|gymnasi|forening|forbund|fællesråd|råd|udvalg|sekretariat|nævn|stab|regionshus|rådhus|sundhedshus|plejehjem|institut|ministeri|selskab|fond|kirke|klub|bibliotek|patient|akademi|kontor|børnehus|børnehave|dagtilbud|organisation|gruppe|team|forum|klynge|bestyrelse|område|service|almen|politi|museum|boligforening|afsnit|enhed|almenområde|væsen|sektor|tilbud|forebyggelse|rehabilitering|digitalisering|kommunikation|forretning)(?:en|et|er|erne|n|t|s|ens|ets|ne|um|ium|iet|e)?$/iu;
const organisationSign = /(?<!\p{L})(?:A\/S|ApS|I\/S|P\/S|F\.?M\.?B\.?A\.?|[\p{Lu}ÆØÅ]{2,})(?!\p{L})/u;

export const isTitleWord = remembering((word) => titleWord.test(word.replace(/[.,]$/, '')));
export const isOrganisationWord = remembering((word) => organisationWord.test(word.replace(/[.,:]$/, '')));
export const looksLikeOrganisation = (text: string): boolean =>
  organisationSign.test(text) || text.split(/[\s/-]+/).some(isOrganisationWord);
export const looksLikeTitle = (text: string): boolean =>
  /^\p{Ll}/u.test(text) || text.split(/[\s/]+/).some(isTitleWord);

export interface FoundName {
  readonly name: string;
  /** What stood before and after the name in the same piece of text (a title, mostly). */
  readonly before: string;
  readonly after: string;
}

/** "chef for det Nære Område": capitals behind such a word are no name. */
const functionWord = /^(?:det|den|de|i|for|af|på|til|fra|om|med|hos|under|vedr\.?|vedrørende)$/iu;

const isPart = remembering(
  (word) => (nameWord.test(word) && !isTitleWord(word) && !isOrganisationWord(word)) || initial.test(word),
);

/** Finds a full name (two to five name words) in a short piece of text; titles may stand around it. */
export function findPersonName(piece: string): FoundName | null {
  const written = tidy(piece.slice(0, 300)).split(' ');
  // a stop behind a whole word ends the name; behind an initial it belongs to it
  const stops = written.map((word) => /\p{L}{2}[.,;:]+$/u.test(word));
  const words = written.map((word, at) => (stops[at] ? word.replace(/[.,;:]+$/u, '') : word));
  for (let from = 0; from < words.length; from++) {
    if (!nameWord.test(words[from] ?? '') || !isPart(words[from] ?? '')) continue;
    let to = from + 1;
    while (to < words.length && to - from < 6 && !stops[to - 1]) {
      const word = words[to] ?? '';
      const next = words[to + 1] ?? '';
      if (isPart(word) || (particle.test(word) && isPart(next))) to++;
      else break;
    }
    const run = words.slice(from, to);
    const full = run.filter((word) => nameWord.test(word)).length;
    const last = run.at(-1) ?? '';
    const follower = words[to] ?? '';
    const inPhrase = functionWord.test(words[from - 1] ?? '');
    if (full < 2 || inPhrase || initial.test(last) || (follower && isOrganisationWord(follower))) {
      from = Math.max(from, to - 1);
      continue;
    }
    return { name: run.join(' '), before: words.slice(0, from).join(' '), after: words.slice(to).join(' ') };
  }
  return null;
}

/** A piece that is a full name and nothing else. */
export function isPersonName(piece: string): boolean {
  const found = findPersonName(piece.replace(/[.,;:]$/, ''));
  return found !== null && found.before === '' && found.after === '';
}
