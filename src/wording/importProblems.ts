import type { Anchor } from '../meeting/anchors.ts';

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
  da: `Filen er JSON, men ikke en dagsorden, som Punkt kender: feltet "${path}" mangler eller har en forkert værdi.`,
  en: `The file is JSON, but no agenda that Punkt knows: the field "${path}" is missing or has a wrong value.`,
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
const where = (number: string | null, title: string) => (number ? `Punkt ${number}` : `Punktet "${title}"`);
const whereEn = (number: string | null, title: string) => (number ? `Item ${number}` : `The item "${title}"`);

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
  da: `${where(number, title)} har overskriften "${label}" uden indhold. Udfyld den, eller fjern den.`,
  en: `${whereEn(number, title)} has the heading "${label}" with nothing under it. Fill it in, or remove it.`,
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
  title: string,
): Sentence => ({
  da: `Under ${where(number, title).replace('Punkt', 'punkt')} står "${written}", som er læst som ${meant}. Bekræft, at det er rigtigt.`,
  en: `"${written}" in ${whereEn(number, title).replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())} was read as ${meant}. Confirm that this is right.`,
});
export const ambiguousName = (
  written: string,
  candidates: readonly string[],
  number: string | null,
  title: string,
): Sentence => ({
  da: `Under ${where(number, title).replace('Punkt', 'punkt')} står "${written}", som kan være ${candidates.join(' eller ')}. Vælg, hvem det er.`,
  en: `"${written}" in ${whereEn(number, title).replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())} may be ${candidates.join(' or ')}. Choose who it is.`,
});
/** Of a closed item nothing but its number may be told. */
export const closedItem = (number: string | null): Sentence => ({
  da: `${number ? `Punkt ${number}` : 'Et punkt'} er lukket, og importen er i tvivl om noget i det. Se det efter i din personlige chat.`,
  en: `${number ? `Item ${number}` : 'An item'} is closed, and the import is in doubt about something in it. Look at it in your personal chat.`,
});
