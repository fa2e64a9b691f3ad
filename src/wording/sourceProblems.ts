import type { Sentence } from './importProblems.ts';

export type { Sentence } from './importProblems.ts';

// A file that is not read, and what to do instead. Said before anything of it is kept.

export const emptySource: Sentence = {
  da: 'Filen er tom. Vælg den fil, der blev sendt ud med dagsordenen.',
  en: 'The file is empty. Choose the file that was sent out with the agenda.',
};
export const textTooLarge: Sentence = {
  da: 'Filen er større end 2 MB. Send kun selve dagsordenen, uden bilag.',
  en: 'The file is larger than 2 MB. Send only the agenda itself, without attachments.',
};
export const documentTooLarge: Sentence = {
  da: 'Filen er større end 20 MB. Send kun selve dagsordenen, uden bilag og billeder.',
  en: 'The file is larger than 20 MB. Send only the agenda itself, without attachments and pictures.',
};
export const swollenFile: Sentence = {
  da: 'Filen fylder for meget, når den pakkes ud, til at kunne læses. Kopiér teksten over i et nyt Word-dokument, og send det.',
  en: 'The file is too large to read once it is unpacked. Copy its text into a new Word document and send that.',
};
export const tooManyPages = (most: number): Sentence => ({
  da: `PDF-filen har flere end ${most} sider. Send kun siderne med selve dagsordenen, uden bilag.`,
  en: `The PDF has more than ${most} pages. Send only the pages of the agenda itself, without attachments.`,
});
export const tooSlow: Sentence = {
  da: 'Filen er for omfattende til at blive læst. Send kun selve dagsordenen, uden bilag, eller indsæt dens tekst i chatten.',
  en: 'The file is too extensive to be read. Send only the agenda itself, without attachments, or paste its text into the chat.',
};
export const scannedPdf: Sentence = {
  da: 'PDF-filen er scannet: den indeholder billeder, men ingen tekst. Bed om den originale fil (Word eller PDF), eller genkend teksten (OCR) først.',
  en: 'The PDF is a scan: it holds pictures but no text. Ask for the original file (Word or PDF), or recognise its text (OCR) first.',
};
export const protectedPdf: Sentence = {
  da: 'PDF-filen er beskyttet med adgangskode. Gem en kopi uden adgangskode, og send den.',
  en: 'The PDF is protected by a password. Save a copy without password and send that.',
};
export const damagedPdf: Sentence = {
  da: 'PDF-filen er beskadiget eller ikke fuldt overført. Hent den igen, og prøv på ny.',
  en: 'The PDF is damaged or was not transferred completely. Fetch it again and retry.',
};
export const protectedWord: Sentence = {
  da: 'Word-dokumentet er beskyttet med adgangskode. Gem en kopi uden adgangskode i Word, og send den.',
  en: 'The Word document is protected by a password. Save a copy without password in Word and send that.',
};
export const damagedWord: Sentence = {
  da: 'Word-dokumentet er beskadiget eller ikke fuldt overført. Åbn det i Word, gem det igen som .docx, og prøv på ny.',
  en: 'The Word document is damaged or was not transferred completely. Open it in Word, save it as .docx again and retry.',
};
export const oldWord: Sentence = {
  da: 'Filen er i det gamle Word-format (.doc). Åbn den i Word, gem den som .docx, og send den.',
  en: 'The file is in the old Word format (.doc). Open it in Word, save it as .docx and send that.',
};
export const wordWithMacros: Sentence = {
  da: 'Word-dokumentet indeholder makroer og læses ikke af sikkerhedshensyn. Gem det som .docx uden makroer, og send det.',
  en: 'The Word document contains macros and is not read for safety. Save it as .docx without macros and send that.',
};
export const notText: Sentence = {
  da: 'Filen indeholder ikke læsbar tekst. Send dagsordenen som Word (.docx), PDF eller ren tekst (.txt).',
  en: 'The file holds no readable text. Send the agenda as Word (.docx), PDF or plain text (.txt).',
};

/** Kinds of files that people send and Punkt does not read. */
export type OtherKind =
  | 'openDocument'
  | 'richText'
  | 'pages'
  | 'mail'
  | 'webArchive'
  | 'spreadsheet'
  | 'slides'
  | 'picture'
  | 'archive';

export const otherFormat: Record<OtherKind, Sentence> = {
  openDocument: {
    da: 'Punkt læser ikke OpenDocument (.odt). Gem dagsordenen som Word (.docx) eller PDF, og send den.',
    en: 'Punkt does not read OpenDocument (.odt). Save the agenda as Word (.docx) or PDF and send that.',
  },
  richText: {
    da: 'Punkt læser ikke RTF. Åbn filen i Word, gem den som .docx, og send den.',
    en: 'Punkt does not read RTF. Open the file in Word, save it as .docx and send that.',
  },
  pages: {
    da: 'Punkt læser ikke Pages-dokumenter. Eksportér dagsordenen fra Pages som Word (.docx) eller PDF, og send den.',
    en: 'Punkt does not read Pages documents. Export the agenda from Pages as Word (.docx) or PDF and send that.',
  },
  mail: {
    da: 'Filen er en e-mail. Gem den vedhæftede dagsorden, og send den, eller indsæt mailens tekst i chatten.',
    en: 'The file is an e-mail. Save the agenda attached to it and send that, or paste the text of the mail into the chat.',
  },
  webArchive: {
    da: 'Filen er et webarkiv (.mht). Gem siden som »Webside, kun HTML«, og send den.',
    en: 'The file is a web archive (.mht). Save the page as “Web page, HTML only” and send that.',
  },
  spreadsheet: {
    da: 'Punkt læser ikke regneark. Gem dagsordenen som Word (.docx), PDF eller ren tekst, og send den.',
    en: 'Punkt does not read spreadsheets. Save the agenda as Word (.docx), PDF or plain text and send that.',
  },
  slides: {
    da: 'Punkt læser ikke præsentationer. Gem dagsordenen som Word (.docx) eller PDF, og send den.',
    en: 'Punkt does not read presentations. Save the agenda as Word (.docx) or PDF and send that.',
  },
  picture: {
    da: 'Filen er et billede. Send dagsordenen som Word (.docx), PDF med tekst eller ren tekst.',
    en: 'The file is a picture. Send the agenda as Word (.docx), PDF with text or plain text.',
  },
  archive: {
    da: 'Filen er et arkiv (.zip). Pak det ud, og send kun selve dagsordenen.',
    en: 'The file is an archive (.zip). Unpack it and send only the agenda itself.',
  },
};
