/** Words that tell a decision of the meeting from a wish, an offer or a report (domain.md 1.7). */
const outcomeWord =
  /^(?:Godkendt|Tiltrådt|Drøftet|Udsat|Udskudt|Vedtaget|Taget til efterretning|Til efterretning|Orienteredes|Drøftedes|Forkastet|Afvist|Oversendt|Genvalgt|Ingen bemærkninger|Indstillingen (?:godkendt|tiltrådt)|Orienteringen taget til efterretning)\b[^,]{0,80}\.?$/u;

const firm: readonly RegExp[] = [
  /\b(?:det|der) (?:(?:blev|er|bliver|var) )?(?:\p{Ll}+ )?(?:besluttes|besluttet|besluttedes|aftales|aftalt|aftaltes|vedtages|vedtaget|vedtoges)\b/iu,
  /\b(?:blev|bliver) (?:det )?(?:\p{Ll}+ )?(?:besluttet|aftalt|vedtaget)\b/iu,
  /\b(?:blev|bliver|er|var) (?:hermed |enstemmigt |dermed |herefter )?(?:godkendt|tiltrådt|vedtaget|udsat|udskudt|forkastet|afvist|taget til efterretning|genvalgt|valgt|udpeget|nedsat)\b/iu,
  /\b(?:tog|tager|tages|toges) .{0,80}\btil efterretning\b/iu,
  /\b(?:godkendes|godkendtes|tiltrædes|tiltrådtes|forlænges|udsættes|nedsættes|vedtages|forkastes|udskydes)\b/iu,
  /^(?:\p{Lu}[\p{L}-]*(?: \p{L}+){0,3}) (?:besluttede|godkendte|tiltrådte|vedtog|udpegede|valgte|bemyndigede|tilsluttede sig|udsatte|udskød|forkastede|afviste|nedsatte|konstituerede sig)\b/u,
  /^(?:Vi|Man) (?:besluttede|beslutter|aftalte|aftaler|godkendte|godkender|vedtog)\b/u,
  /^Der ønskes\b/u,
  /\b(?:sendes|udsendes|rundsendes|fremsendes) (?:ud )?(?:til|med|efter|inden|sammen|senest|\.|$)|\bsendes ud\b/iu,
  /\b(?:er|bliver) (?:tovholder|ansvarlig)\b|\b(?:tovholder|ansvarlig|frist|deadline)\s*:/iu,
];

const actionVerb =
  'koordinerer|laver|sender|fremsender|rundsender|udsender|indhenter|udarbejder|undersøger|afdækker|igangsætter|inviterer|indkalder|sørger for|tager (?:kontakt|fat|initiativ|sagen|det|opgaven|\\p{L}+ med)|følger op|kontakter|arbejder videre|vender tilbage|afklarer|opdaterer|bestiller|booker|planlægger|forbereder|fremlægger|udfærdiger|formulerer|skriver|melder|samler|tilretter|reviderer|justerer|kommer med|opretter|arrangerer|rykker|indgår|aftaler|ansøger|søger|finder|tjekker|retter|bringer|drøfter med|taler med|ringer|distribuerer|offentliggør|lægger|deler|beder|tilpasser|kvalificerer|gennemgår|evaluerer|forelægger|præciserer|påbegynder|iværksætter|organiserer|står for|er tovholder';
/** "Anna og Bo koordinerer …", "Sekretariatet laver …": somebody does something from now on. */
const action = new RegExp(
  `^(?:(?:Det (?:besluttes|aftales|blev (?:besluttet|aftalt)),? at )?)(?<who>\\p{Lu}[\\p{L}.-]*(?:(?:,| og| samt|/)? (?:\\p{Lu}[\\p{L}.-]*))*|\\p{Lu}\\p{L}*(?:sekretariatet|forvaltningen|ledelsen|gruppen|udvalget|administrationen|direktionen|kommunen|regionen|formandskabet|skabet))(?: (?:\\p{Lu}\\p{L}+ )?)?\\s?(?:${actionVerb})\\b`,
  'u',
);

const soft: readonly RegExp[] = [
  /^(?:der|det) (?:blev |er )?(?:opfordre[st]|foreslå|overvejes|foreslået)/iu,
  /^det kan (?:overvejes|være)\b/iu,
  /^(?:ønske|forslag|opfordring) (?:om|til)\b/iu,
  /\b(?:skal|må|kan) gerne\b/iu,
  /^(?:der|det) (?:skal|bør) (?:være )?fokus\b/iu,
  /\btilbyder sig\b/iu,
  /\bblev (?:det )?(?:foreslået|opfordret|bemærket|nævnt|drøftet|påpeget)\b/iu,
  /^(?:desuden |endvidere |ligeledes )?drøftes\b/iu,
  /^det drøftes\b/iu,
  /\b(?:tidligere|sidste|seneste|forrige) (?:\p{L}+ )?(?:møde|år|besluttet)/iu,
  /\?$/,
];

export const isOutcomeWord = (sentence: string): boolean => outcomeWord.test(sentence);

/** True when a sentence of the minutes' prose reads as a decision of this meeting: to be proposed, never registered. */
export function readsAsDecision(sentence: string): boolean {
  if (sentence.length > 700) return false;
  if (isOutcomeWord(sentence)) return true;
  if (soft.some((cue) => cue.test(sentence))) return false;
  return firm.some((cue) => cue.test(sentence)) || action.test(sentence);
}
