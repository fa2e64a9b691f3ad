/** Words that Danish has and English has not, as Punkt might say them; "Punkt" alone is a name. */
const DANISH =
  /[æøåÆØÅ»«]|(?<!\p{L})(?:og|ikke|af|til|som|eller|uden|ved|fra|kl\.|v\.|min\.|punkt|punkter|PUNKT|sag|sagen|fristen?|uge|tovholder(?:en)?|beslutning(?:er|en)?|besluttet|udsat|forrige|tilbage|dagsorden(?:en)?|referat(?:et)?|referent(?:er|en)?|ordstyrer(?:en)?|indstilling(?:en)?|bilag|deltagere?|afbud|notat|noter|noten|godkend|godkendt|luk|lukket|gem|skriv|ret|stryg|flyt|mere|vis|der|det|den|blev|januar|februar|marts|maj|juni|juli|oktober|Punkt \d)(?!\p{L})/u;

/** The Danish words in texts that ought to be English; each with the text it stands in. */
export const danishIn = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => {
    const found =
      DANISH.exec(text) ?? DANISH.exec(text.replace(/^\P{L}*\p{Lu}/u, (start) => start.toLowerCase()));
    return found && !/^punkt$/u.test(found[0]) ? [`${found[0]}: ${text}`] : [];
  });
