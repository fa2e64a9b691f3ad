import { sentencesOf } from './sentences.ts';

const withMinutes =
  '(?:(?:sammen )?med|til|som bilag til) (?:dette )?(?:referat|referatet|mødereferatet)|(?:på|efter) mødet|efterfølgende';
const sends =
  '(?:ud|rund|frem|med|om)?sendes(?: ud| rundt)?|(?:ud|rund|frem)sender|sender .{1,80} (?:ud|rundt)|omdeles|deles|vedlægges|vedhæftes|(?:bliver|vil blive) (?:sendt ud|udsendt|rundsendt|eftersendt|vedlagt|vedhæftet)';
/** What is to come, or comes with the minutes; told as plain fact. */
const promises = [
  /(?<!\p{L})eftersende[sr](?!\p{L})/iu,
  /(?<!\p{L})(?:vil|skal) (?:blive )?eftersende[st](?!\p{L})/iu,
  /(?<!\p{L})(?:er |ligger )?(?:vedlagt|vedhæftet|vedlægges|vedhæftes)(?: som bilag til| til| i)? (?:dette )?(?:møde)?referat(?:et)?(?!\p{L})/iu,
  new RegExp(`(?<!\\p{L})(?:${sends})(?!\\p{L}).{0,60}(?:${withMinutes})(?!\\p{L})`, 'iu'),
  /(?<!\p{L})(?:is|are) (?:attached|enclosed) (?:to|with) the minutes(?!\p{L})/iu,
  /(?<!\p{L})will be (?:sent|circulated|attached|distributed|shared)(?!\p{L}).{0,60}(?:(?:with|to) the minutes|after the meeting)/iu,
];
const doubtful =
  /(?<!\p{L})(?:ikke|hvis|såfremt|måske|evt\.?|eventuelt|overvejes?|ønske|forslag om|kunne|not|if|unless|perhaps|could)(?!\p{L})|\?\s*$/iu;

/** The sentences of a text that promise a paper ("Præsentationen sendes ud med referatet."); in doubt none. */
export const promisesIn = (text: string): string[] =>
  sentencesOf(text)
    .map((sentence) => sentence.replace(/^[•·▪*–-]\s+/u, ''))
    .filter((sentence) => !doubtful.test(sentence) && promises.some((pattern) => pattern.test(sentence)));
