import type { Outcome } from '../meeting/outcome.ts';

/** What a recommendation point asks of the meeting. */
export type Asks = 'approve' | 'adopt' | 'note' | 'discuss' | 'decide' | 'other';

/** One meaning of a verb of recommendations; a verb may have several, told apart by `needs`. */
export interface MeetingVerb {
  readonly past: string;
  readonly asks: Asks;
  readonly outcome: Outcome | null;
  /** Must follow the verb ("til efterretning"); without it the verb means something else. */
  readonly needs?: RegExp;
  /** "godkendes" → "blev godkendt". */
  readonly passive?: true;
  /** Something the meeting sets in motion: past tense is only true of the deciding body itself. */
  readonly action?: true;
}

type VerbGroup = Omit<MeetingVerb, 'past'> & { readonly verbs: string };

/** Common verbs of recommendations as present:past (passives as present:participle), by what they ask (domain.md 5.2). */
const verbGroups: readonly VerbGroup[] = [
  { asks: 'approve', outcome: 'approved', verbs: 'godkender:godkendte bekræfter:bekræftede' },
  { asks: 'adopt', outcome: 'adopted', verbs: 'tiltræder:tiltrådte vedtager:vedtog stadfæster:stadfæstede' },
  { asks: 'adopt', outcome: 'adopted', needs: /^sig(?!\p{L})/iu, verbs: 'tilslutter:tilsluttede' },
  { asks: 'adopt', outcome: 'adopted', needs: /(?<!\p{L})tilslutning(?!\p{L})/iu, verbs: 'giver:gav' },
  { asks: 'adopt', outcome: 'adopted', needs: /^op\s+om(?!\p{L})/iu, verbs: 'bakker:bakkede' },
  {
    asks: 'note',
    outcome: 'noted',
    needs: /til\s+(?:efterretning|orientering)(?!\p{L})/iu,
    verbs: 'tager:tog',
  },
  { asks: 'note', outcome: 'noted', needs: /^sig(?!\p{L})/iu, verbs: 'noterer:noterede' },
  { asks: 'note', outcome: 'noted', verbs: 'modtager:modtog' },
  {
    asks: 'discuss',
    outcome: 'discussed',
    verbs:
      'drøfter:drøftede diskuterer:diskuterede debatterer:debatterede kommenterer:kommenterede behandler:behandlede ' +
      'kvalificerer:kvalificerede vurderer:vurderede overvejer:overvejede evaluerer:evaluerede udveksler:udvekslede ' +
      'gennemgår:gennemgik reflekterer:reflekterede sparrer:sparrede',
  },
  { asks: 'discuss', outcome: 'discussed', needs: /^hinanden(?!\p{L})/iu, verbs: 'orienterer:orienterede' },
  {
    asks: 'discuss',
    outcome: 'discussed',
    needs: /^sig(?!\p{L})/iu,
    verbs: 'forholder:forholdt udtaler:udtalte',
  },
  {
    asks: 'discuss',
    outcome: 'discussed',
    needs:
      /(?<!\p{L})(?:input|bemærkninger|feedback|sparring|kommentarer|tilbagemeldinger|forslag|bud)(?!\p{L})/iu,
    verbs: 'giver:gav kommer:kom bidrager:bidrog drager:drog',
  },
  { asks: 'note', outcome: 'informed', verbs: 'orienterer:orienterede informerer:informerede' },
  {
    asks: 'note',
    outcome: 'informed',
    passive: true,
    verbs: 'orienteres:orienteret informeres:informeret præsenteres:præsenteret introduceres:introduceret',
  },
  {
    asks: 'decide',
    outcome: null,
    verbs:
      'beslutter:besluttede udpeger:udpegede vælger:valgte prioriterer:prioriterede fastlægger:fastlagde ' +
      'fastsætter:fastsatte afgør:afgjorde konstituerer:konstituerede',
  },
  {
    asks: 'decide',
    outcome: null,
    needs: /(?<!\p{L})(?:beslutning|afgørelse|valg)(?!\p{L})/iu,
    verbs: 'træffer:traf',
  },
  {
    asks: 'decide',
    outcome: null,
    needs: /(?<!\p{L})(?:stilling\s+til|beslutning)(?!\p{L})/iu,
    verbs: 'tager:tog',
  },
  { asks: 'decide', outcome: null, passive: true, verbs: 'besluttes:besluttet afgøres:afgjort' },
  { asks: 'approve', outcome: 'approved', passive: true, verbs: 'godkendes:godkendt bekræftes:bekræftet' },
  { asks: 'adopt', outcome: 'adopted', passive: true, verbs: 'tiltrædes:tiltrådt vedtages:vedtaget' },
  {
    asks: 'note',
    outcome: 'noted',
    passive: true,
    needs: /til\s+(?:efterretning|orientering)/iu,
    verbs: 'tages:taget',
  },
  { asks: 'note', outcome: 'noted', passive: true, verbs: 'noteres:noteret' },
  { asks: 'discuss', outcome: 'discussed', passive: true, verbs: 'drøftes:drøftet diskuteres:diskuteret' },
  {
    asks: 'other',
    outcome: 'recommendedOnwards',
    action: true,
    verbs: 'anbefaler:anbefalede indstiller:indstillede',
  },
  { asks: 'other', outcome: 'forwarded', action: true, verbs: 'oversender:oversendte henviser:henviste' },
  { asks: 'other', outcome: 'postponed', action: true, verbs: 'udsætter:udsatte udskyder:udskød' },
  { asks: 'other', outcome: 'rejected', action: true, verbs: 'afviser:afviste forkaster:forkastede' },
  {
    asks: 'other',
    outcome: 'adopted',
    action: true,
    verbs:
      'bemyndiger:bemyndigede forlænger:forlængede igangsætter:igangsatte iværksætter:iværksatte nedsætter:nedsatte ' +
      'afsætter:afsatte bevilger:bevilgede frigiver:frigav støtter:støttede fastholder:fastholdt fortsætter:fortsatte ' +
      'ændrer:ændrede justerer:justerede opretter:oprettede etablerer:etablerede afslutter:afsluttede ' +
      'nedlægger:nedlagde anmoder:anmodede opfordrer:opfordrede pålægger:pålagde overdrager:overdrog ' +
      'delegerer:delegerede accepterer:accepterede underskriver:underskrev fremsender:fremsendte sender:sendte ' +
      'udarbejder:udarbejdede indhenter:indhentede indkalder:indkaldte inviterer:inviterede lægger:lagde sikrer:sikrede',
  },
  {
    asks: 'other',
    outcome: 'adopted',
    action: true,
    needs: /(?<!\p{L})(?:mandat|bemyndigelse|fuldmagt)(?!\p{L})/iu,
    verbs: 'giver:gav',
  },
  {
    asks: 'other',
    outcome: 'adopted',
    passive: true,
    action: true,
    verbs:
      'forlænges:forlænget afholdes:afholdt ændres:ændret udpeges:udpeget vælges:valgt nedsættes:nedsat ' +
      'igangsættes:igangsat iværksættes:iværksat udarbejdes:udarbejdet etableres:etableret oprettes:oprettet ' +
      'afsættes:afsat bevilges:bevilget frigives:frigivet sendes:sendt fremsendes:fremsendt oversendes:oversendt ' +
      'indkaldes:indkaldt indhentes:indhentet inviteres:inviteret justeres:justeret revideres:revideret ' +
      'afsluttes:afsluttet nedlægges:nedlagt udskydes:udskudt udsættes:udsat flyttes:flyttet bemyndiges:bemyndiget ' +
      'fastlægges:fastlagt fastsættes:fastsat fastholdes:fastholdt implementeres:implementeret indføres:indført ' +
      'gennemføres:gennemført videreføres:videreført prioriteres:prioriteret lægges:lagt gives:givet ' +
      'offentliggøres:offentliggjort finansieres:finansieret arbejdes:arbejdet anbefales:anbefalet indstilles:indstillet',
  },
];

/** Finite verbs ("godkender", "godkendes") and infinitives ("godkende"), lower case, to their meanings. */
export const presentVerbs = new Map<string, readonly MeetingVerb[]>();
export const infinitives = new Map<string, readonly MeetingVerb[]>();
for (const { verbs, ...meaning } of verbGroups) {
  for (const pair of verbs.split(' ')) {
    const [present = '', past = ''] = pair.split(':');
    presentVerbs.set(present, [...(presentVerbs.get(present) ?? []), { ...meaning, past }]);
    if (meaning.passive) continue;
    const infinitive = present.replace(/r$/u, '');
    infinitives.set(infinitive, [...(infinitives.get(infinitive) ?? []), { ...meaning, past }]);
  }
}

/** The weightiest thing asked is what the point as a whole asks. */
export const askWeight: Record<Asks, number> = {
  decide: 5,
  approve: 4,
  adopt: 3,
  other: 2,
  note: 1,
  discuss: 0,
};

/** First letter large, exactly one sentence mark at the end; everything between as it was. */
export function asSentence(text: string): string {
  const trimmed = text.trim();
  const body = trimmed.replace(/[\s.!?…]+$/u, '');
  const tail = trimmed.slice(body.length);
  const mark = tail.includes('?') ? '?' : tail.includes('!') ? '!' : '.';
  const large = body.replace(/^([^\p{L}\p{N}]*)(\p{Ll})/u, (whole, before: string, letter: string) => {
    const upper = letter.toLocaleUpperCase('da');
    return upper.length === letter.length ? before + upper : whole;
  });
  return large + mark;
}
