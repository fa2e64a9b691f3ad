import type { CleanLine } from './cleanLines.ts';
import { findDate } from './clockAndDate.ts';
import { tidy } from './paragraphs.ts';

const kindWord =
  /^(?:(?:foreløbig|endelig|udkast til|åben|lukket)\s+)?(?:dagsorden|referat|beslutningsreferat|beslutningsprotokol|protokol|mødeindkaldelse|indkaldelse|mødereferat|minutes(?: of meeting)?|agenda)(?!\p{L})/iu;
const bodyWord =
  /(?:udvalg|råd|bestyrelse|styregruppe|gruppe|forum|klynge|nævn|kommission|direktion|ledelse|byråd|forening|laug|team|kreds|netværk|selskab|repræsentantskab|MED|committee|board|council|group)(?:et|en|n|t|møde|smøde)?(?!\p{L})/iu;

/** Texts of the first lines; a head set in two columns is read down the left one, then down the right. */
function openingTexts(loose: readonly CleanLine[]): string[] {
  const texts = loose.slice(0, 8).map((line) => line.text);
  const cells = texts.map((text) => text.split(/\s{4,}/));
  if (cells.slice(0, 4).filter((row) => row.length === 2).length < 2) return texts;
  const left = cells.map((row) => row[0] ?? '');
  const right = cells.flatMap((row) => (row.length === 2 ? [row[1] ?? ''] : []));
  return [...left, tidy(right.join(' '))];
}

/** The meeting's own name: the "Emne" field, else the first heading that names a meeting or a body. */
export function documentTitle(fields: readonly string[], loose: readonly CleanLine[]): string | null {
  if (fields[0]) return tidy(fields[0]);
  const lines = openingTexts(loose).filter((text) => text.length < 160);
  const kindOnly = lines.findIndex(
    (text) => kindWord.test(text) && tidy(text.replace(kindWord, '').replace(/[:.–-]/g, '')) === '',
  );
  const named = lines.find(
    (text, index) =>
      index !== kindOnly && (kindWord.test(text) || /møde/iu.test(text) || bodyWord.test(text)),
  );
  if (named) {
    // "Referat   NAVN": a document kind in a column of its own
    const column = /^(?:referat|dagsorden)(?:\s{2,}|\t+|\s*[:–-]\s+)(\S.*)$/iu.exec(named);
    return tidy(column?.[1] ?? named);
  }
  if (kindOnly >= 0) {
    const next = lines[kindOnly + 1];
    return next && !findDate(next) ? tidy(next) : tidy(lines[kindOnly] ?? '');
  }
  return lines[0] && !findDate(lines[0]) ? tidy(lines[0]) : null;
}

const trimTail = (text: string): string =>
  tidy(
    text
      .replace(
        /\s*[,(–-]?\s*(?:(?<!\p{L})(?:den|d\.|fra|kl\.?|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)\s.*|\d{1,2}\..*|\d{4}.*)$/iu,
        '',
      )
      .replace(/[\s,:;.–-]+$/, ''),
  );

/** "skolebestyrelsesmøde" → "Skolebestyrelsen". */
function bodyOfCompound(word: string): string | null {
  const stem = /^([\p{L}-]{4,}?)s?møde(?:t|s)?[,:]?$/iu.exec(word)?.[1];
  if (!stem || !bodyWord.test(`${stem} `)) return null;
  const lower = stem.toLowerCase();
  const definite = /(?:udvalg|råd|nævn|forum|team|laug|skab)$/.test(lower)
    ? `${lower}et`
    : lower.endsWith('e')
      ? `${lower}n`
      : `${lower}en`;
  return stem.startsWith('MED')
    ? `MED${definite.slice(3)}`
    : definite.charAt(0).toUpperCase() + definite.slice(1);
}

/** "Projektgruppe Velfærd" for "Projektgruppen", where a line of its own says so. */
function namedFully(body: string, loose: readonly CleanLine[]): string | null {
  const stems = [/n$/, /en$/, /et$/].map((ending) => `${body.toLowerCase().replace(ending, '')} `);
  const line = loose
    .slice(0, 8)
    .find(
      ({ text }) =>
        stems.some((stem) => text.toLowerCase().startsWith(stem)) &&
        text.split(' ').length <= 6 &&
        !/[\d:]/.test(text),
    );
  return line ? tidy(line.text) : null;
}

/** The body that meets, read from the title or the lines around it; null where none is named. */
export function forumOf(title: string | null, loose: readonly CleanLine[]): string | null {
  const texts = [title ?? '', ...openingTexts(loose)].filter((text) => text !== '' && text.length < 200);
  for (const text of texts) {
    const named =
      /(?:\p{L}*møde(?:t)?(?:\s+nr\.?\s*\d+)?|generalforsamling(?:en)?|dagsorden|referat|protokol)\s+(?:i|for|fra|af|til|med|på)\s+(?:(?:den\s+)?(?:ekstra)?ordinære?\s+generalforsamling\s+(?:i|for)\s+)?(?:møde(?:t)?\s+(?:i|for|fra|af|den)\s+)*(\p{L}.+)$/iu.exec(
        text,
      );
    const body = named?.[1]
      ? trimTail(named[1].replace(/^(?:ordinært |ekstraordinært )?(?:\p{L}*møde)\s+(?:i|for)\s+/iu, ''))
      : '';
    const compound =
      text
        .split(/\s+/)
        .map(bodyOfCompound)
        .find((word) => word !== null) ?? null;
    const onlyMeeting =
      /^(?:\p{L}*møde(?:t)?|den|d)(?:\s+(?:i|for|af|den|på|med))?$/iu.test(body) ||
      bodyOfCompound(body.split(' ')[0] ?? '') !== null;
    if (
      body.length > 2 &&
      !onlyMeeting &&
      !(compound && /^(?:på|den)(?!\p{L})/iu.test(named?.[0].split(' ')[1] ?? ''))
    )
      return body.replace(/^de[nt]\s+/u, '');
    if (compound) return namedFully(compound, loose) ?? compound;
    const own = trimTail(
      (
        text
          .replace(kindWord, '')
          .replace(/^[\s:,–-]+/u, '')
          .split(/\s+[–—-]\s+/u)[0] ?? ''
      ).replace(/^[\s:,–-]+/u, ''),
    );
    if (bodyWord.test(own) && own.split(' ').length <= 6 && !own.includes(':')) return own;
  }
  return null;
}
