import type { Language } from './outcome.ts';

/** Why the minutes could not be written into the agenda's own Word document. */
export type SourceUnused =
  | 'noPlaces'
  | 'otherEdition'
  | 'otherFile'
  | 'sharedParagraph'
  | 'unreadable'
  | 'closedItems';

const own = 'Referatet er derfor sat op i Punkts eget layout.';
const ours = 'The minutes are therefore set in Punkt’s own layout.';

/** One sentence why, and what came of it. */
export const sourceUnused: Readonly<Record<Language, Readonly<Record<SourceUnused, string>>>> = {
  da: {
    noPlaces: `Punkterne kan ikke findes igen i dagsordenens Word-fil. ${own}`,
    otherEdition: `Punkterne kommer fra flere udgaver af dagsordenen. ${own} Importér den samlede dagsorden som Word-fil for at få referatet i den.`,
    otherFile: `Word-filen er en anden end den, dagsordenen blev læst fra. ${own}`,
    sharedParagraph: `I dagsordenens Word-fil står punkter eller afsnit i samme tekstafsnit eller tabel, så referatet ikke kan sættes ind med sikkerhed. ${own}`,
    unreadable: `Dagsordenens Word-fil er opbygget på en måde, som Punkt ikke kan skrive i. ${own}`,
    closedItems: `Dagsordenens Word-fil indeholder lukkede punkter, som ikke må stå i den offentlige udgave. ${own}`,
  },
  en: {
    noPlaces: `The items cannot be found again in the agenda’s Word file. ${ours}`,
    otherEdition: `The items come from several editions of the agenda. ${ours} Import the whole agenda as one Word file to get the minutes in it.`,
    otherFile: `The Word file is not the one that the agenda was read from. ${ours}`,
    sharedParagraph: `In the agenda’s Word file items or sections share a paragraph or a table, so the minutes cannot be put in with certainty. ${ours}`,
    unreadable: `The agenda’s Word file is built in a way that Punkt cannot write into. ${ours}`,
    closedItems: `The agenda’s Word file holds closed items, which may not stand in the public edition. ${ours}`,
  },
};
