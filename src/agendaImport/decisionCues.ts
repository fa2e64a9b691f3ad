/** Words that tell a decision of the meeting from a wish, an offer or a report (domain.md 1.7). */
const outcomeWord =
  /^(?:Godkendt|Tiltrådt|Drøftet|Udsat|Udskudt|Vedtaget|Taget til efterretning|Til efterretning|Orienteredes|Drøftedes|Forkastet|Afvist|Oversendt|Genvalgt|Ingen bemærkninger|Indstillingen (?:godkendt|tiltrådt)|Orienteringen taget til efterretning)(?!\p{L})(?:[^,]{0,80}|(?: med|,? idet| som|,? dog| under).{0,220})\.?$/u;

/** "Referatet godkendt.": a heading-like sentence without verb of its own. */
const telegram =
  /^\p{Lu}[^.,:]{0,60} (?:godkendt|vedtaget|tiltrådt|udsat|forkastet|taget til efterretning)\.?$/u;

const firm: readonly RegExp[] = [
  /(?<!\p{L})(?:det|der) (?:(?:blev|er|bliver|var) )?(?:\p{Ll}+ )?(?:besluttes|besluttet|besluttedes|aftales|aftalt|aftaltes|vedtages|vedtaget|vedtoges)(?!\p{L})/iu,
  /(?<!\p{L})(?:blev|bliver) (?:det )?(?:\p{Ll}+ )?(?:besluttet|aftalt|vedtaget)(?!\p{L})/iu,
  /(?<!\p{L})(?:blev|bliver|er|var) (?:hermed |enstemmigt |dermed |herefter )?(?:godkendt|tiltrådt|vedtaget|udsat|udskudt|forkastet|afvist|taget til efterretning|genvalgt|valgt|udpeget|nedsat)(?!\p{L})/iu,
  /(?<!\p{L})(?:tog|tager|tages|toges) .{0,80}(?<!\p{L})til efterretning(?!\p{L})/iu,
  /(?<!\p{L})(?:godkendes|godkendtes|tiltrædes|tiltrådtes|forlænges|fastsættes|fastsattes|fastholdes|udsættes|nedsættes|vedtages|forkastes|udskydes)(?!\p{L})/iu,
  /^(?:\p{Lu}[\p{L}-]*(?: \p{L}+){0,3}) (?:besluttede|godkendte|tiltrådte|vedtog|udpegede|valgte|bemyndigede|tilsluttede sig|udsatte|udskød|forkastede|afviste|nedsatte|konstituerede sig)(?!\p{L})/u,
  /^(?:Vi|Man) (?:besluttede|beslutter|aftalte|aftaler|godkendte|godkender|vedtog)(?!\p{L})/u,
  /^Der ønskes(?!\p{L})/u,
  /(?<!\p{L})(?:sendes|udsendes|rundsendes|fremsendes) (?:ud )?(?:til|med|efter|inden|sammen|senest|\.|$)|(?<!\p{L})sendes ud(?!\p{L})/iu,
  /(?<!\p{L})(?:er|bliver) (?:tovholder|ansvarlig)(?!\p{L})|(?<!\p{L})(?:tovholder|ansvarlig|frist|deadline)\s*:/iu,
];

const actionVerb =
  'koordinerer|laver|sender|fremsender|rundsender|udsender|indhenter|udarbejder|undersøger|afdækker|igangsætter|inviterer|indkalder|sørger for|tager (?:kontakt|fat|initiativ|sagen|det|opgaven|\\p{L}+ med)|følger op|kontakter|arbejder videre|vender tilbage|afklarer|opdaterer|bestiller|booker|planlægger|forbereder|fremlægger|udfærdiger|formulerer|skriver|melder|samler|tilretter|reviderer|justerer|kommer med|opretter|arrangerer|rykker|indgår|aftaler|ansøger|søger|finder|tjekker|retter|bringer|drøfter med|taler med|ringer|distribuerer|offentliggør|lægger|deler|beder|tilpasser|kvalificerer|gennemgår|evaluerer|forelægger|præciserer|påbegynder|iværksætter|organiserer|står for|er tovholder';
/** "Anna og Bo koordinerer …", "Sekretariatet laver …": somebody does something from now on. */
const action = new RegExp(
  `^(?:(?:Det (?:besluttes|aftales|blev (?:besluttet|aftalt)),? at )?)(?<who>\\p{Lu}[\\p{L}.-]*(?:(?:,| og| samt|/)? (?:\\p{Lu}[\\p{L}.-]*))*|\\p{Lu}\\p{L}*(?:sekretariatet|forvaltningen|ledelsen|gruppen|udvalget|administrationen|direktionen|kommunen|regionen|formandskabet|skabet))(?: (?:\\p{Lu}\\p{L}+ )?)?\\s?(?:${actionVerb})(?!\\p{L})`,
  'u',
);

const soft: readonly RegExp[] = [
  /^(?:der|det) (?:blev |er )?(?:opfordre[st]|foreslå|overvejes|foreslået)/iu,
  /^det kan (?:overvejes|være)(?!\p{L})/iu,
  /^(?:ønske|forslag|opfordring) (?:om|til)(?!\p{L})/iu,
  /(?<!\p{L})(?:skal|må|kan) gerne(?!\p{L})/iu,
  /^(?:der|det) (?:skal|bør) (?:være )?fokus(?!\p{L})/iu,
  /(?<!\p{L})tilbyder sig(?!\p{L})/iu,
  /(?<!\p{L})blev (?:det )?(?:foreslået|opfordret|bemærket|nævnt|drøftet|påpeget)(?!\p{L})/iu,
  /^(?:desuden |endvidere |ligeledes )?drøftes(?!\p{L})/iu,
  /^det drøftes(?!\p{L})/iu,
  /(?<!\p{L})(?:tidligere|sidste|seneste|forrige) (?:\p{L}+ )?(?:møde|år|besluttet)/iu,
  /\?$/,
];

export const isOutcomeWord = (sentence: string): boolean => outcomeWord.test(sentence);

/** True when a sentence of the minutes' prose reads as a decision of this meeting: to be proposed, never registered. */
export function readsAsDecision(sentence: string): boolean {
  if (sentence.length > 700) return false;
  if (isOutcomeWord(sentence) || telegram.test(sentence)) return true;
  if (soft.some((cue) => cue.test(sentence))) return false;
  return firm.some((cue) => cue.test(sentence)) || action.test(sentence);
}
