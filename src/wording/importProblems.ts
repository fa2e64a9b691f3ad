import type { Anchor } from '../meeting/anchors.ts';
import { writeDate } from './dates.ts';

/** One sentence of the importer in both languages; Danish is what users see. */
export interface Sentence {
  readonly da: string;
  readonly en: string;
}

// Refusals: the source cannot be read.
export const jsonMalformed: Sentence = {
  da: 'Filen er ikke gyldig JSON. Hent den igen fra det system, den kommer fra.',
  en: 'The file is not valid JSON. Fetch it again from the system it came from.',
};
export const jsonNotAnAgenda = (path: string): Sentence => ({
  da: `Filen er JSON, men ikke en dagsorden, som Punkt kender: feltet »${path}« mangler eller har en forkert værdi.`,
  en: `The file is JSON, but no agenda that Punkt knows: the field “${path}” is missing or has a wrong value.`,
});
export const noAgendaFound: Sentence = {
  da: 'Der er ingen dagsordenspunkter i filen. Kontrollér, at det er dagsordenen, og at punkterne har numre.',
  en: 'There are no agenda items in the file. Check that it is the agenda and that its items are numbered.',
};

// Warnings: read, but somebody should look.
/** Where a reader of the document finds a line: page, paragraph or line, whichever it has. */
const placeOf = ({ page, paragraph, line }: Anchor): Sentence =>
  page !== undefined
    ? { da: `Side ${page}`, en: `Page ${page}` }
    : paragraph !== undefined
      ? { da: `Afsnit ${paragraph + 1}`, en: `Paragraph ${paragraph + 1}` }
      : { da: `Linje ${line}`, en: `Line ${line}` };
const where = (number: string | null, title: string) => (number ? `Punkt ${number}` : `Punktet »${title}«`);
const whereEn = (number: string | null, title: string) => (number ? `Item ${number}` : `The item “${title}”`);

/** Below an item, or (no title) in the head of the document. */
const under = (number: string | null, title: string | null) =>
  title === null ? 'I dokumentets hoved' : `Under ${where(number, title).replace('Punkt', 'punkt')}`;
const underEn = (number: string | null, title: string | null) =>
  title === null
    ? 'the head of the document'
    : whereEn(number, title).replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());

export const cprLike = (number: string | null): Sentence => ({
  da: `${number ? `Punkt ${number}` : 'Dokumentet'} indeholder et tal, der ligner et CPR-nummer. Fjern det fra dagsordenen, før mødet oprettes.`,
  en: `${number ? `Item ${number}` : 'The document'} holds a number that looks like a CPR number. Remove it from the agenda before the meeting is made.`,
});
export const localPath = (anchor: Anchor): Sentence => ({
  da: `${placeOf(anchor).da} har et link til en fil på en persons egen computer. Linket er udeladt; del filen et sted, alle kan nå.`,
  en: `${placeOf(anchor).en} links to a file on somebody's own computer. The link is left out; share the file where all can reach it.`,
});
export const noDate: Sentence = {
  da: 'Mødets dato er ikke fundet i dokumentet. Angiv den, før mødet startes.',
  en: 'The date of the meeting was not found in the document. Give it before the meeting starts.',
};
export const noChair: Sentence = {
  da: 'Dokumentet nævner ingen mødeleder. Vælg, hvem der leder mødet.',
  en: 'The document names nobody to lead the meeting. Choose who does.',
};
export const minutesExceedMeeting = (sum: number, meeting: number): Sentence => ({
  da: `Punkterne varer tilsammen ${sum} minutter, men der er kun afsat ${meeting}. Kort et punkt af, eller forlæng mødet.`,
  en: `The items take ${sum} minutes together, but only ${meeting} are set aside. Shorten an item or lengthen the meeting.`,
});
export const titleSaysAgenda: Sentence = {
  da: 'Dokumentet hedder dagsorden, men indeholder også referat. Vælg, om referatet skal med.',
  en: 'The document is called an agenda, but holds minutes as well. Choose whether to import them.',
};
export const attachmentListsDiffer = (header: number, items: number): Sentence => ({
  da: `Bilagslisten i toppen (${header}) og bilagene under punkterne (${items}) er ikke ens. Kontrollér, at alle bilag er sendt ud.`,
  en: `The list of attachments at the top (${header}) and those under the items (${items}) differ. Check that all were sent out.`,
});
export const malformedEmail = (anchor: Anchor): Sentence => ({
  da: `${placeOf(anchor).da} har en e-mailadresse, der er skrevet forkert. Ret den, før dagsordenen deles.`,
  en: `${placeOf(anchor).en} has a malformed e-mail address. Correct it before the agenda is shared.`,
});
export const presenterSentApologies = (name: string, number: string | null, title: string): Sentence => ({
  da: `${where(number, title)} skal fremlægges af ${name}, som har meldt afbud. Find en anden oplægsholder, eller flyt punktet.`,
  en: `${whereEn(number, title)} is to be presented by ${name}, who sent apologies. Find somebody else, or move the item.`,
});
export const emptySection = (label: string, number: string | null, title: string): Sentence => ({
  da: `${where(number, title)} har overskriften »${label}« uden indhold. Udfyld den, eller fjern den.`,
  en: `${whereEn(number, title)} has the heading “${label}” with nothing under it. Fill it in, or remove it.`,
});
export const truncatedPoint = (number: string | null, title: string): Sentence => ({
  da: `Indstillingen under ${where(number, title).replace('Punkt', 'punkt')} ser ud til at være skåret over. Kontrollér den mod originalen.`,
  en: `The recommendation of ${whereEn(number, title).replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())} seems to be cut off. Check it against the original.`,
});
export const noRecommendation = (number: string | null, title: string): Sentence => ({
  da: `${where(number, title)} har ingen indstilling. Tilføj en, hvis der skal tages stilling.`,
  en: `${whereEn(number, title)} has no recommendation. Add one if something is to be decided.`,
});
export const textAfterDecisions = (number: string | null, title: string): Sentence => ({
  da: `${where(number, title)} har tekst efter beslutningerne, som kan være tilføjet efter mødet. Den er lagt under referat; kontrollér den.`,
  en: `${whereEn(number, title)} has text after its decisions that may have been added after the meeting. It was put under the minutes; check it.`,
});
export const duplicateNumber = (number: string): Sentence => ({
  da: `To punkter har nummer ${number}. Ret det ene, så beslutninger ikke kommer på det forkerte punkt.`,
  en: `Two items have number ${number}. Correct one, so that decisions do not end up at the wrong item.`,
});
export const numberMissing = (number: string): Sentence => ({
  da: `Punkt ${number} mangler i rækken. Kontrollér, om det er faldet ud af dagsordenen.`,
  en: `Item ${number} is missing from the sequence. Check whether it fell out of the agenda.`,
});
export const nameSpelling = (
  written: string,
  meant: string,
  number: string | null,
  title: string | null,
): Sentence => ({
  da: `${under(number, title)} står »${written}«, som er læst som ${meant}. Bekræft, at det er rigtigt.`,
  en: `“${written}” in ${underEn(number, title)} was read as ${meant}. Confirm that this is right.`,
});
export const ambiguousName = (
  written: string,
  candidates: readonly string[],
  number: string | null,
  title: string | null,
): Sentence => ({
  da: `${under(number, title)} står »${written}«, som kan være ${candidates.join(' eller ')}. Vælg, hvem det er.`,
  en: `“${written}” in ${underEn(number, title)} may be ${candidates.join(' or ')}. Choose who it is.`,
});
export const dateInPast = (date: string): Sentence => ({
  da: `Mødets dato, ${writeDate(date)}, er passeret. Ret den, hvis dokumentet er til et kommende møde.`,
  en: `The date of the meeting, ${writeDate(date, 'en')}, has passed. Correct it if the document is for a meeting to come.`,
});
const englishDays: Readonly<Record<string, string>> = {
  mandag: 'Monday',
  tirsdag: 'Tuesday',
  onsdag: 'Wednesday',
  torsdag: 'Thursday',
  fredag: 'Friday',
  lørdag: 'Saturday',
  søndag: 'Sunday',
};
export const weekdayWrong = (written: string, actual: string): Sentence => ({
  da: `Mødets dato står som en ${written}, men den dato er en ${actual}. Ret ugedagen eller datoen.`,
  en: `The date of the meeting is written as a ${englishDays[written] ?? written}, but that date is a ${englishDays[actual] ?? actual}. Correct the day or the date.`,
});
export const endBeforeStart = (start: string, end: string): Sentence => ({
  da: `Mødet slutter kl. ${end.replace(':', '.')}, før det begynder kl. ${start.replace(':', '.')}. Ret tidspunktet.`,
  en: `The meeting ends at ${end}, before it begins at ${start}. Correct the time.`,
});
export const itemEndsBeforeStart = (number: string | null, title: string): Sentence => ({
  da: `${where(number, title)} slutter, før det begynder. Ret tidspunktet.`,
  en: `${whereEn(number, title)} ends before it begins. Correct its time.`,
});
export const itemOverlaps = (number: string | null, title: string): Sentence => ({
  da: `${where(number, title)} begynder, før punktet foran er slut. Ret et af tidspunkterne.`,
  en: `${whereEn(number, title)} begins before the one ahead of it has ended. Correct one of the times.`,
});
export const itemOutsideMeeting = (number: string | null, title: string): Sentence => ({
  da: `${where(number, title)} ligger uden for mødets tid. Ret punktets eller mødets tidspunkt.`,
  en: `${whereEn(number, title)} lies outside the time of the meeting. Correct the time of either.`,
});
export const chairSentApologies = (name: string): Sentence => ({
  da: `${name} står som mødeleder, men har meldt afbud. Vælg, hvem der leder mødet.`,
  en: `${name} is to lead the meeting, but sent apologies. Choose who does.`,
});
export const unknownPresenter = (name: string, number: string | null, title: string): Sentence => ({
  da: `${where(number, title)} skal fremlægges af ${name}, som ikke står blandt deltagerne. Tilføj personen som gæst, eller ret navnet.`,
  en: `${whereEn(number, title)} is to be presented by ${name}, who is not among the participants. Add the person as a guest, or correct the name.`,
});
export const nobodyResponsible = (number: string | null, title: string): Sentence => ({
  da: `${where(number, title)} har en beslutning om noget, der skal gøres, men ingen ansvarlig. Angiv en, hvis opgaven har en ejer.`,
  en: `${whereEn(number, title)} has a decision on something to be done, but nobody responsible. Name somebody if the task has an owner.`,
});
export const truncatedText = (number: string | null, title: string): Sentence => ({
  da: `Teksten under ${where(number, title).replace('Punkt', 'punkt')} slutter midt i en sætning. Kontrollér den mod originalen.`,
  en: `The text of ${whereEn(number, title).replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())} ends in mid-sentence. Check it against the original.`,
});
export const attachmentWithoutItem = (title: string, number: string): Sentence => ({
  da: `Bilaget »${title}« hører til punkt ${number}, som ikke findes. Ret nummeret, eller tilføj punktet.`,
  en: `The attachment “${title}” belongs to item ${number}, which does not exist. Correct the number, or add the item.`,
});
export const deadLink = (anchor: Anchor): Sentence => ({
  da: `${placeOf(anchor).da} har et link, som deltagerne ikke kan åbne. Ret adressen, eller del filen et sted, alle kan nå.`,
  en: `${placeOf(anchor).en} has a link that the participants cannot open. Correct the address, or share the file where all can reach it.`,
});
/** Longest piece of unplaced text that a remark quotes, in characters. */
const longestQuote = 70;
export const unplacedText = (count: number, first: string | null, after: string | null): Sentence => {
  const quote =
    first === null ? '' : first.length > longestQuote ? `${first.slice(0, longestQuote).trimEnd()} …` : first;
  const place =
    after === null ? 'før første punkt' : `efter ${/^\d/.test(after) ? `punkt ${after}` : `»${after}«`}`;
  const placeEn =
    after === null ? 'before the first item' : `behind ${/^\d/.test(after) ? `item ${after}` : `“${after}”`}`;
  const [da, en] = quote ? [` (${place}: »${quote}«)`, ` (${placeEn}: “${quote}”)`] : ['', ''];
  return count === 1
    ? {
        da: `Et stykke tekst er ikke placeret${da}. Flyt det, hvis det hører til et punkt.`,
        en: `One piece of text was not placed${en}. Move it if it belongs to an item.`,
      }
    : {
        da: `${count} stykker tekst er ikke placeret${da.replace(' (', ' (det første ')}. Flyt dem, der hører til et punkt.`,
        en: `${count} pieces of text were not placed${en.replace(' (', ' (the first ')}. Move those that belong to an item.`,
      };
};
/** Of a closed item nothing but its number may be told. */
export const closedItem = (number: string | null): Sentence => ({
  da: `${number ? `Punkt ${number}` : 'Et punkt'} er lukket, og importen er i tvivl om noget i det. Se det efter i din personlige chat.`,
  en: `${number ? `Item ${number}` : 'An item'} is closed, and the import is in doubt about something in it. Look at it in your personal chat.`,
});
