import type { SectionKind } from '../meeting/agenda.ts';
import { remembering } from '../wording/remember.ts';
import { tidy } from './paragraphs.ts';

/** A heading inside an item, and what followed it on the same line. */
export interface SectionLabel {
  /** `aside`: attendance and case data that belong to no section; `subheading`: stays in the section where it stands. */
  readonly kind: SectionKind | 'aside' | 'subheading';
  /** The document's own word, without colon. */
  readonly label: string;
  readonly rest: string;
}

const words = (list: string): string =>
  list
    .trim()
    .split(/\s*\|\s*/)
    .join('|');

/** Label words of Danish agendas and minutes (domain.md 2), as whole headings. */
const vocabulary: readonly (readonly [SectionLabel['kind'], string])[] = [
  [
    'recommendation',
    words(`indstilling(?:er)?(?: til [^:]{2,60})? | det indstilles(?:,? at)? | indstilling om | beslutningspunkter? |
      forslag til beslutning | beslutningsforslag | forslag til indstilling | beslutningstema | formål med punktet | formål |
      (?:administrationens|forvaltningens|direktionens|sekretariatets|formandskabets|formandens|bestyrelsens|udvalgets|ledelsens|kommunaldirektørens|regionens) (?:indstilling|forslag|anbefaling) | recommendations? | proposal`),
  ],
  [
    'description',
    words(`beskrivelse af sagen | beskrivelse | sagsfremstilling(?:en)? | sagsbeskrivelse | sagsresum[ée] | resum[ée] | baggrund |
      præsentation | problemstilling | løsning(?:sforslag)? | begrundelse | motivering | sagens indhold | indhold | supplerende sagsfremstilling |
      fremstilling | redegørelse | orientering | kort beskrivelse | beskrivelse af punktet | kommentarer? | bemærkninger | mål og formål | indledning | introduktion | uddybning | background | description`),
  ],
  [
    'attachments',
    words(
      `bilag(?:sliste|soversigt)? | vedlagt(?:e bilag)? | vedhæftet | vedhæftede? (?:bilag|filer|dokumenter) | attachments? | annex(?:es)? | enclosures? | appendices | bilag til punktet | links?(?: og bilag)?`,
    ),
  ],
  [
    'discussion',
    words(`referat(?:et)?(?: af drøftelsen)? | drøftelse(?:r|n)? | mødets drøftelser? | bemærkninger til punktet | noter | opsamling på drøftelsen |
      debat | referat fra mødet | discussion | notes`),
  ],
  [
    'decisions',
    words(`beslutning(?:er|en)? | beslutnings?(?:referat|protokol) | konklusion(?:er|en)? | udfald | vedtagelse(?:r)? | aftaler? | det besluttedes |
      (?:beslutning|behandling|vedtagelse) i .{3,70} | (?:udvalgets|bestyrelsens|rådets|styregruppens|mødets|gruppens|byrådets|regionsrådets) beslutning(?:er)? |
      beslutning .{0,80}\\d{4}.{0,20} | [\\p{L} -]{4,60}s (?:behandling|beslutning|udtalelse|anbefaling),? .{0,20}\\d{4} | beslutninger og opfølgning | konklusion og aftaler | opsamling | opfølgning | decisions? | conclusions? | action points? | actions? | aktioner | handlinger`),
  ],
  [
    'aside',
    words(`sagsnr\\.? | sagsnummer | sagsbehandler | brevid | åbent | lukket | åben sag | lukket sag | åbent punkt | journalnr\\.? | j\\.?\\s?nr\\.? | sags(?:-| )id |
      underskriftsark | hent som pdf | kopier link | fraværende | afbud | ikke til stede | dokumentnr\\.? | kompetence | åben dagsorden | sagstype | type`),
  ],
  [
    'subheading',
    words(`økonomi(?:ske konsekvenser)? | konsekvenser | risikovurdering | politisk handlerum | (?:den )?videre proces | det videre forløb | næste skridt | sagsforløb |
      tidligere behandling | lovgrundlag | retsgrundlag | høring | kommunikation | inddragelse | tidsplan | personalemæssige konsekvenser | miljø | klima | sundhed`),
  ],
];

const whole = vocabulary.map(([kind, list]) => ({
  kind,
  pattern: new RegExp(`^(?:${list.replace(/\s+/g, ' ')})$`, 'iu'),
}));

/** "Direktionen indstiller(,) at …", "Det indstilles til udvalget, at …": a label that is part of its own sentence. */
const recommendingClause =
  /^(?!at(?!\p{L}))(?:(?:det )?(?:indstilles|foreslås|anbefales)|it is (?:recommended|proposed)|(?:\p{Lu}[\p{L}-]{1,40}(?: [\p{Ll}\p{Lu}][\p{L}-]+){0,4}|udvalget|administrationen|forvaltningen) (?:indstiller|foreslår|anbefaler|indstilles))(?!\p{L})/iu;
const clauseTail = /^(?:[^:.]{0,120}?)(?::|,?\s*(?=(?:at|that)(?!\p{L}))|,?\s*$)/iu;
/** Without "Det" a sentence begins so with a capital letter only; else a wrapped line goes on so. */
const goesOnSo = /^(?:indstilles|foreslås|anbefales)/u;

/** "Formål: Beslutning" says what sort of item it is, and recommends nothing. */
const onlyKind =
  /^(?:til )?(?:beslutning|orientering|drøftelse|godkendelse|debat|efterretning|information|inspiration)(?:(?:\s*[,/&+]\s*|\s+og\s+)(?:beslutning|orientering|drøftelse|godkendelse|debat|efterretning|information|inspiration))*\.?$/iu;

function readSectionLabelOf(line: string): SectionLabel | null {
  if (line.length > 400) return null;
  const text = tidy(line.slice(0, 400)).replace(/^(?:\d{1,2}\.\d{1,2}\.?|[a-z]\))\s+(?=\p{Lu})/u, '');
  const colon = text.indexOf(':');
  const head = (colon < 0 ? text : text.slice(0, colon)).replace(/\s*[.]?\s*$/, '').trim();
  const rest = colon < 0 ? '' : text.slice(colon + 1).trim();
  if (head.length <= 90) {
    for (const { kind, pattern } of whole) {
      if (!pattern.test(head)) continue;
      // a running sentence may begin with such a word; a heading starts with a capital letter
      if (colon < 0 && !/^\p{Lu}/u.test(head)) return null;
      if (colon < 0 && text.endsWith('.') && !/(?:nr|j)\.$/i.test(text)) return null;
      // what is asked is not what was decided
      if (kind === 'decisions' && rest.endsWith('?')) return null;
      if (kind === 'recommendation' && /^formål/iu.test(head) && onlyKind.test(rest)) return null;
      return { kind, label: head, rest };
    }
  }
  // "Forslag: at …" and "Bilag 2: Notat" say by their own words what they are
  if (/^forslag$/iu.test(head) && /^at(?!\p{L})/iu.test(rest))
    return { kind: 'recommendation', label: head, rest };
  if (/^(?:det (?:blev )?)?(?:besluttet|besluttes|vedtaget|aftalt)$/iu.test(head) && colon > 0)
    return { kind: 'decisions', label: head, rest };
  const bilag = /^(?:bilag|Bilag) (?:nr\.? ?)?[\dIVX]{1,3}(?:\.\d{1,2}){0,3}[a-z]?\s+\p{Lu}/u.exec(text);
  if (bilag && colon < 0 && text.length < 110 && !/[.;,]$/.test(text))
    return { kind: 'attachments', label: 'Bilag', rest: text };
  if (
    /^bilag (?:nr\.? ?)?[\dIVX]{1,4}(?:\.\d{1,2}){0,3}[a-z]?$/iu.test(head) &&
    rest !== '' &&
    text.length < 160
  )
    return { kind: 'attachments', label: 'Bilag', rest: text };
  const aside = /^(sagsnr\.?|sagsbehandler|brevid|fraværende|afbud(?: fra)?)\s*:?\s+(\S.*)$/iu.exec(text);
  if (aside?.[1] && text.length < 160 && /^\p{Lu}/u.test(text))
    return { kind: 'aside', label: aside[1], rest: aside[2] ?? '' };
  return null;
}

function readRecommendingClauseOf(line: string): { readonly label: string; readonly rest: string } | null {
  const text = tidy(line.slice(0, 2000));
  const verb = recommendingClause.exec(text);
  if (!verb || goesOnSo.test(text)) return null;
  const after = text.slice(verb[0].length);
  const tail = clauseTail.exec(after);
  if (!tail) return null;
  return { label: (verb[0] + tail[0]).replace(/[,:\s]+$/, ''), rest: after.slice(tail[0].length).trim() };
}

/** A label of what an item asks, which stands in for a recommendation only where there is no other. */
export const isTheme = (label: string | null): boolean =>
  /^(?:beslutningstema|formål(?: med punktet)?)$/iu.test(label ?? '');

/** Reads a line as a section heading; null when it is ordinary text. */
export const sectionLabelOf = remembering(readSectionLabelOf);

/** A sentence that opens the recommendation; `rest` is what of it is already a point ("at …"). */
export const recommendingClauseOf = remembering(readRecommendingClauseOf);
