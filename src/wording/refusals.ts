import type { RefusalCode } from '../meeting/commands.ts';
import type { Language } from './outcome.ts';

/** Reasons that lie outside of the meeting itself. */
export type OuterRefusal =
  | 'notSaved'
  | 'closedHere'
  | 'closedToYou'
  | 'notMember'
  | 'rosterUnknown'
  | 'cprLike'
  | 'cprInField'
  | 'cardGone'
  | 'tooFast'
  | 'tooBusy';

type Sentence = Readonly<Record<Language, string>>;

const sentences: Readonly<Record<RefusalCode | OuterRefusal, Sentence>> = {
  noMeeting: {
    da: 'Der er ikke noget møde her endnu. Importér først en dagsorden.',
    en: 'There is no meeting here yet. Import an agenda first.',
  },
  notStarted: {
    da: 'Mødet er ikke begyndt. Tryk »Start mødet«, eller skriv »start mødet«.',
    en: 'The meeting has not started. Press “Start meeting”, or write “start meeting”.',
  },
  alreadyStarted: { da: 'Mødet er i gang.', en: 'The meeting is running.' },
  notRunning: { da: 'Mødet er ikke i gang.', en: 'The meeting is not running.' },
  alreadyAdjourned: {
    da: 'Mødet er afsluttet. Ordstyrer og referenter kan stadig rette i udkastet.',
    en: 'The meeting has ended. The chair and the minute takers can still correct the draft.',
  },
  notAllowed: {
    da: 'Det kan kun ordstyrer og referent. Du kan registrere en beslutning; den bekræftes af dem.',
    en: 'Only the chair and the minute takers can do that. You can record a decision, which they confirm.',
  },
  onlyOwn: {
    da: 'Du kan kun ændre det, du selv har registreret, og kun til det er bekræftet. Bed ordstyrer eller referent.',
    en: 'You can change only what you recorded yourself, until it is confirmed. Ask the chair or a minute taker.',
  },
  movedOnAnswered: {
    da: 'Det er der svaret på. Passer svaret ikke, så brug »Næste punkt« eller »Forrige« på punktets kort.',
    en: 'That has been answered. If the answer is not right, use “Next item” or “Previous” on the item’s card.',
  },
  movedOnChanged: {
    da: 'Der er ændret noget under punktet, siden du blev spurgt. Se det herunder, og svar igen.',
    en: 'Something has changed under the item since you were asked. Look at it below, and answer again.',
  },
  identitySettled: { da: 'Det er allerede afgjort.', en: 'That has been settled already.' },
  onlyForYourself: {
    da: 'På vegne af andre registrerer kun ordstyrer og referenter. Skriv det i dit eget navn, eller bed dem om det.',
    en: 'Only the chair and the minute takers record on behalf of others. Write it in your own name, or ask them.',
  },
  anonymous: {
    da: 'Det kræver, at du er logget ind i Teams. Bed ordstyrer eller referent om at gøre det.',
    en: 'You must be signed in to Teams for that. Ask the chair or a minute taker to do it.',
  },
  nobodyLeads: {
    da: 'Ingen leder mødet endnu. Tryk først »Jeg er ordstyrer« eller »Jeg er referent«.',
    en: 'Nobody chairs the meeting yet. First press “I am the chair” or “I take minutes”.',
  },
  roleTaken: {
    da: 'Rollen er taget. Ordstyreren eller en referent kan udpege dig: »@Punkt referent: dit navn«.',
    en: 'The role is taken. The chair or a minute taker can appoint you: “@Punkt minute taker: your name”.',
  },
  roleNotHeld: { da: 'Rollen er allerede trukket tilbage.', en: 'The role has been withdrawn already.' },
  roleHeldAlready: { da: 'Rollen er allerede givet.', en: 'The role has been given already.' },
  contestNotYours: {
    da: 'Rollen står i dagsordenen eller er givet af mødets ledelse. Bed ordstyrer eller referent om at ændre den.',
    en: 'The role stands in the agenda, or was given by those who lead the meeting. Ask the chair or a minute taker to change it.',
  },
  proposalGone: {
    da: 'Denne import er allerede brugt eller afløst af en nyere.',
    en: 'This import has been used already, or replaced by a newer one.',
  },
  nothingNew: {
    da: 'Der er intet nyt i denne udgave af dagsordenen.',
    en: 'There is nothing new in this edition of the agenda.',
  },
  emptyAgenda: {
    da: 'Jeg fandt ingen punkter i dagsordenen. Send den som tekst med nummererede punkter.',
    en: 'I found no items in the agenda. Send it as text with numbered items.',
  },
  notAdopted: {
    da: 'Tryk først »Brug dagsordenen« på kortet med den læste dagsorden.',
    en: 'First press “Use the agenda” on the card with the agenda that was read.',
  },
  attendanceNoted: {
    da: 'Det er allerede noteret. Skriv »fremmøde« for at se, hvad der er noteret.',
    en: 'That is noted already. Write “attendance” to see what is noted.',
  },
  attendanceSeen: { da: 'Det er allerede set.', en: 'That was seen already.' },
  unknownPerson: {
    da: 'Den person kender mødet ikke længere. Hent siden igen, og vælg på listen.',
    en: 'The meeting no longer knows that person. Reload the page, and choose from the list.',
  },
  unknownItem: {
    da: 'Det punkt er ikke på dagsordenen. Skriv »dagsorden« for at se punkterne.',
    en: 'That item is not on the agenda. Write “agenda” to see the items.',
  },
  unknownPoint: {
    da: 'Det indstillingspunkt findes ikke længere i dagsordenen.',
    en: 'That recommendation point is no longer on the agenda.',
  },
  unknownDecision: {
    da: 'Den beslutning findes ikke her. Den kan være flyttet til et andet punkt.',
    en: 'That decision is not here. It may have been moved to another item.',
  },
  unknownNote: { da: 'Den note findes ikke her.', en: 'That note is not here.' },
  itemIsBreak: {
    da: 'Der kan ikke registreres noget på en pause.',
    en: 'Nothing can be recorded under a break.',
  },
  meetingElsewhere: {
    da: 'Mødet er allerede gået videre, så der er ikke flyttet noget.',
    en: 'The meeting has moved on already, so nothing was moved.',
  },
  sameItem: { da: 'Mødet er allerede ved det punkt.', en: 'The meeting is at that item already.' },
  noNextItem: {
    da: 'Det er det sidste punkt. Tryk »Afslut mødet«, når I er færdige.',
    en: 'This is the last item. Press “End meeting” when you are done.',
  },
  noPreviousItem: { da: 'Det er det første punkt.', en: 'This is the first item.' },
  nothingOpen: {
    da: 'Der er ingen åbne indstillingspunkter, som kan besvares sådan. Brug »Beslutning«.',
    en: 'There are no open recommendation points that can be answered in this way. Use “Decision”.',
  },
  textMissing: {
    da: 'Teksten mangler. Skriv, hvad der skal gemmes.',
    en: 'The text is missing. Write what should be saved.',
  },
  textTooLong: {
    da: 'Teksten er for lang (over 100.000 tegn) og er ikke gemt. Del den i flere.',
    en: 'The text is too long (over 100,000 characters) and is not saved. Split it into several.',
  },
  alreadyConfirmed: { da: 'Det er allerede bekræftet.', en: 'It is confirmed already.' },
  alreadyStruck: { da: 'Den er strøget.', en: 'It has been struck out.' },
  nothingToUndo: {
    da: 'Der er intet af dit at fortryde under punktet. Et andet punkts: »fortryd 4«.',
    en: 'There is nothing of yours to undo under this item. For another item, write “undo 4”.',
  },
  undoneAlready: { da: 'Det er allerede fortrudt.', en: 'It has been undone already.' },
  laterBuildsOnIt: {
    da: 'Det kan ikke fortrydes, for noget senere bygger på det. Fortryd først det senere, eller ret teksten.',
    en: 'It cannot be undone, because something later builds on it. Undo that first, or correct the text.',
  },
  sectionChanged: {
    da: 'En anden har rettet afsnittet imens, så din tekst er ikke gemt. Hent afsnittet igen, og sæt din tekst ind.',
    en: 'Somebody else changed the section meanwhile, so your text is not saved. Fetch it again, and put your text in.',
  },
  textUnchanged: { da: 'Teksten står der allerede.', en: 'The text stands there already.' },
  noteInSection: {
    da: 'Noten er skrevet ind i punktets referat. Ret referatet i stedet.',
    en: 'The note has been written into the minutes of the item. Correct the minutes instead.',
  },
  notAdjourned: {
    da: 'Mødet er ikke afsluttet endnu. Det kan gøres, når det er.',
    en: 'The meeting has not ended yet. It can be done once it has.',
  },
  unknownAddendum: { da: 'Den tilføjelse findes ikke her.', en: 'That addition is not here.' },
  onlyChairs: {
    da: 'Referatet godkendes af ordstyrer eller medformand. Er der ingen, så udpeg en: »@Punkt ordstyrer: navn«.',
    en: 'The minutes are approved by the chair or co-chair. If there is none, appoint one: “@Punkt chair: name”.',
  },
  minutesChanged: {
    da: 'Referatet er ændret, siden du så det, så det er ikke godkendt. Se det igen, og godkend så.',
    en: 'The minutes have changed since you saw them, so they are not approved. Look again, then approve.',
  },
  minutesApproved: {
    da: 'Referatet er godkendt og ændres ikke mere. Ordstyrer og referenter kan skrive »tilføj efter mødet: …«.',
    en: 'The minutes are approved and can no longer be changed. The chair and the minute takers can write “add after the meeting: …”.',
  },
  alreadyApproved: { da: 'Referatet er allerede godkendt.', en: 'The minutes are approved already.' },
  agendaChanged: {
    da: 'En anden har rettet dagsordenen imens, så din rettelse er ikke gemt. Se den nye dagsorden, og ret igen.',
    en: 'Somebody else changed the agenda meanwhile, so your correction is not saved. Look at the new agenda, and correct it again.',
  },
  agendaMuddled: {
    da: 'Samme punkt står to gange i rettelsen, så den er ikke gemt. Genindlæs siden, og ret igen.',
    en: 'The same item stands twice in the correction, so it is not saved. Reload the page, and correct it again.',
  },
  itemInUse: {
    da: 'Der er registreret noget under punktet, så det kan ikke fjernes. Behold det, og ret det i stedet.',
    en: 'Something is recorded under the item, so it cannot be removed. Keep it, and correct it instead.',
  },
  pointSettled: {
    da: 'Indstillingspunktet er besvaret, så dets ord kan ikke ændres. Fortryd svaret først, eller skriv en beslutning.',
    en: 'The recommendation point has been answered, so its words cannot be changed. Undo the answer first, or write a decision.',
  },
  onlyAdds: {
    da: 'Mødet er begyndt: Punkter kan rettes og tilføjes, men ikke fjernes, byttes om eller åbnes. Gå selv til punkterne i en anden rækkefølge.',
    en: 'The meeting has begun: items can be corrected and added, but not removed, reordered or opened. Go to the items in another order yourself.',
  },
  proposalOpen: {
    da: 'Et forslag står åbent. Beslut det, eller drop det først.',
    en: 'A proposal is open. Decide it or drop it first.',
  },
  unknownProposal: {
    da: 'Forslaget er allerede besluttet eller droppet. Åbn et nyt, hvis der er mere at beslutte.',
    en: 'The proposal has been decided or dropped already. Open a new one if there is more to decide.',
  },
  penElsewhere: {
    da: 'En anden har pennen, så det er ikke skrevet ind. Tag pennen, og skriv igen.',
    en: 'Somebody else holds the pen, so it was not written. Take the pen, and write again.',
  },
  penHeldAlready: { da: 'Du har allerede pennen.', en: 'You hold the pen already.' },
  sameDecision: {
    da: 'Det er én og samme beslutning. Vælg to forskellige.',
    en: 'That is one and the same decision. Choose two different ones.',
  },
  linkGone: {
    da: 'Adgangslinket gælder ikke længere. Bed ordstyrer eller referent om et nyt.',
    en: 'The access link is no longer valid. Ask the chair or a minute taker for a new one.',
  },
  linkTaken: {
    da: 'Adgangslinket er taget i brug på en anden enhed. Bed ordstyrer eller referent om et nyt.',
    en: 'The access link is in use on another device. Ask the chair or a minute taker for a new one.',
  },
  notSaved: {
    da: 'Ikke gemt – prøv igen om et øjeblik. Teksten er ikke gået tabt.',
    en: 'Not saved – try again in a moment. Your text is not lost.',
  },
  closedHere: {
    da: 'Punktet er lukket. Skriv det til mig i vores egen chat; det vises ikke her.',
    en: 'The item is closed. Write it to me in our private chat; it is not shown here.',
  },
  closedToYou: {
    da: 'Punktet er lukket. Det behandles af ordstyrer og referenter, så der er ikke gemt noget.',
    en: 'The item is closed. The chair and the minute takers deal with it, so nothing was saved.',
  },
  notMember: {
    da: 'Jeg kan ikke finde dig blandt mødets deltagere, så rollen er ikke givet.',
    en: 'I cannot find you among the members of this meeting, so the role was not granted.',
  },
  rosterUnknown: {
    da: 'Jeg kan ikke slå dig op i Teams lige nu, så rollen er ikke givet. Prøv igen om et øjeblik.',
    en: 'I cannot look you up in Teams right now, so the role was not granted. Try again in a moment.',
  },
  cprLike: {
    da: 'Teksten ligner et CPR-nummer og er ikke gemt. Skriv linjen igen uden nummeret, eller begynd den med »gem alligevel«.',
    en: 'The text looks like a CPR number and is not saved. Write it again without the number, or begin with “save anyway”.',
  },
  cprInField: {
    da: 'Teksten ligner et CPR-nummer og er ikke gemt. Fjern nummeret, og gem igen.',
    en: 'The text looks like a CPR number and is not saved. Remove the number, and save again.',
  },
  cardGone: {
    da: 'Kortet er forældet – det, det handler om, findes ikke længere. Brug det nyeste kort.',
    en: 'This card is out of date: what it is about no longer exists. Use the latest card.',
  },
  tooFast: {
    da: 'Det gik for stærkt for Punkt, så der er ikke gemt noget. Vent et par sekunder, og prøv igen.',
    en: 'That was too fast for Punkt, so nothing was saved. Wait a few seconds, and try again.',
  },
  tooBusy: {
    da: 'Der trykkes for meget i mødet på én gang, så der er ikke gemt noget. Vent et par sekunder, og prøv igen.',
    en: 'Too much is pressed in this meeting at once, so nothing was saved. Wait a few seconds, and try again.',
  },
};

/** Why nothing was done, and what to do instead. */
export const refusalSentence = (code: RefusalCode | OuterRefusal, language: Language): string =>
  sentences[code][language];
