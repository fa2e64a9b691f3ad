import type { People } from '../../src/meeting/people.ts';
import { stops } from '../../src/meeting/state.ts';
import type { Card } from '../../src/render/renderCard.ts';
import { renderFitting } from '../../src/render/renderCard.ts';
import type { CardView, Sight } from '../../src/views/cardView.ts';
import { dialogOf } from '../../src/views/dialogView.ts';
import { replies } from '../../src/wording/replies.ts';
import { answerCards, everyCard, type NamedCard, standingCards } from '../support/everyCard.ts';
import { emptiest, manyPeople, sightOf, widest } from '../support/extremeMeetings.ts';
import { hardMeetings } from '../support/hardMeetings.ts';
import { adopt, chair, minuteTaker, operator, participant } from '../support/meetingBuilder.ts';
import { type Reader, readersOf } from '../support/readers.ts';
import { DemoMeeting } from './demoMeeting.ts';

/** A card to be drawn: of which meeting, and which of its cards. */
export interface PicturedCard {
  readonly group: string;
  readonly name: string;
  readonly language: Sight['language'];
  readonly card: Card;
}

const card = (group: string, sight: Sight, { name, views }: NamedCard): PicturedCard => ({
  group,
  name: plain(name),
  language: sight.language,
  card: renderFitting(views as readonly CardView[]).card,
});

/** The body of the dialog that a form is in Teams, which draws its title itself. */
function dialog(group: string, { language }: Sight, { name, views }: NamedCard): PicturedCard[] {
  const [view] = views;
  if (view?.template !== 'form') return [];
  const shown = dialogOf(view);
  if (shown.kind !== 'form') return [];
  return [{ group, name: plain(name), language, card: renderFitting([shown.view], 'inside').card }];
}

/** A name for a file: '{"kind":"item","itemId":"id-9"}' → "item id-9". */
const plain = (name: string): string =>
  (name.startsWith('{') ? Object.values(JSON.parse(name) as Record<string, string>).join(' ') : name)
    .replaceAll(/[^\w-]+/gu, ' ')
    .trim();

/** Cards that show the same are drawn once; what is handed back at a tap is not seen. */
function distinct(cards: readonly PicturedCard[]): PicturedCard[] {
  const seen = new Map<string, PicturedCard>();
  for (const one of cards) {
    const shown = JSON.stringify(one.card, (key, value: unknown) => (key === 'data' ? '' : value));
    if (!seen.has(shown)) seen.set(shown, one);
  }
  return [...seen.values()];
}

/** A moment of the demo's meeting, and which of its cards are looked at then. */
interface Moment {
  readonly name: string;
  readonly of: () => Promise<DemoMeeting>;
  readonly standing: RegExp;
  /** Menus, forms and pages that a tap is answered with then. */
  readonly answers?: RegExp;
  readonly notice?: (language: Sight['language']) => string;
}

const proposed = () => DemoMeeting.proposed();
const middle = async () => (await proposed()).inTheMiddle();
const over = async () => (await proposed()).nearTheEnd().over();
const approved = async () => {
  const demo = await over();
  return demo.chairDoes({ type: 'ApproveMinutes', seenVersion: demo.held.meeting.version });
};
/** Item 2 was to end at 9.35. */
const late = async () =>
  (await middle())
    .at(41)
    .decides('Jonas Kjeldgaard', '2', 'Kommunerne melder ledige pladser hver fredag.')
    .notes('Line Skovbo', '2', 'Ventetiden er længst i weekenden.');

const asked = /^[a-z ]+ 2\b|decision-|start|draft|^point (?:id-10|id-11)|^(?:message form|roles|which|way)/u;

const moments: readonly Moment[] = [
  { name: '1 read', of: proposed, standing: /preview/u },
  {
    name: '2 in use',
    of: async () => (await proposed()).planned(),
    standing: /preview|ready|role id|offer start/u,
  },
  {
    name: '3 started',
    of: async () => (await proposed()).planned().started(),
    standing: /ready|agenda|item 1|offer start/u,
  },
  { name: '4 in the middle', of: middle, standing: /agenda|item [1234]/u, answers: asked },
  {
    name: '5 a notice',
    of: middle,
    standing: /item 2/u,
    notice: (language) => replies[language].stillOpen([3]),
  },
  {
    name: '6 paused',
    of: async () => (await middle()).chairDoes({ type: 'PauseMeeting' }),
    standing: /agenda|item 2/u,
  },
  { name: '7 late', of: late, standing: /item 2|movedOn|samePerson/u },
  {
    name: '7 at the end',
    of: async () => (await proposed()).nearTheEnd(),
    standing: /agenda|item|offer end/u,
  },
  {
    name: '8 over',
    of: over,
    standing: /ready|agenda|item|summary|unanswered/u,
    answers: /^(?:approval|addendum form|link|minutes to fetch|pack to fetch)$|^add 3|draft [02]/u,
  },
  {
    name: '9 approved',
    of: approved,
    standing: /unanswered/u,
    answers: /^(?:add 3|draft 0|correction decision-1)/u,
  },
];

/** What nobody else is shown. */
const FOR_LEADERS =
  /who leads|^(?:draft|approval|addendum|minutes|pack|link|message|postpone|go form|start form)/u;

/** An account whose name is nearly that of Line Skovbo. */
const nearly = (people: People): People => ({
  ...people,
  account: {
    id: 'account',
    name: 'Line Skovbo (Engholm)',
    title: null,
    organisation: null,
    role: null,
    identities: [],
    teams: null,
  },
});

/** One moment as one reader sees it. */
function seenBy(reader: Reader, moment: Moment, demo: DemoMeeting, language: Sight['language']) {
  const of = sightOf(demo.held, {
    people: nearly(demo.people),
    language,
    notice: moment.notice?.(language) ?? null,
    ...reader.fields,
  });
  /** Item ids by the numbers that people know. */
  const known = (name: string): string =>
    stops(demo.held.meeting).reduce(
      (text, { id, number }) => text.replace(new RegExp(`\\b${id}\\b`, 'u'), number ?? ''),
      plain(name),
    );
  const named = (cards: readonly NamedCard[]) =>
    cards.map((one): NamedCard => ({ ...one, name: known(one.name) }));
  const group = `${moment.name}, ${reader.name}`;
  const line = demo.acting('Line Skovbo').by;
  const samePerson = { personId: line.kind === 'person' ? line.personId : '', accountId: 'account' };
  const standing = named(standingCards(of, samePerson)).filter(({ name }) => moment.standing.test(name));
  const { answers } = moment;
  const leads = reader.fields.leader === true;
  const mayAsk = (name: string) => answers?.test(name) === true && (leads || !FOR_LEADERS.test(name));
  const answered = answers ? named(answerCards(of, reader.acting)).filter(({ name }) => mayAsk(name)) : [];
  return [
    ...standing.map((one) => card(group, of, one)),
    ...answered.map((one) => card(`${group}, asked for`, of, one)),
    ...answered.flatMap((one) => dialog(`${group}, as dialogs`, of, one)),
  ];
}

/** The demo's meeting from the first to the last, as each sees it. */
async function demoCards(language: Sight['language']): Promise<PicturedCard[]> {
  const cards: PicturedCard[] = [];
  for (const moment of moments) {
    const demo = await moment.of();
    const acting = (name: string) => demo.acting(name);
    const readers = readersOf(
      acting('Rasmus Toftegaard'),
      acting('Ellen Brandt'),
      acting('Jonas Kjeldgaard'),
    );
    for (const reader of readers) cards.push(...seenBy(reader, moment, demo, language));
  }
  return cards;
}

/** The meetings with the least and the most that there can be. */
function extremeCards(language: Sight['language']): PicturedCard[] {
  const bare = sightOf(emptiest(), { language });
  const begun = sightOf(
    emptiest().does(operator, adopt()).does(operator, { type: 'StartMeeting', itemId: 'item-1' }),
    { language },
  );
  const wide = sightOf(widest(), { people: manyPeople, language });
  const over = sightOf(widest().does(chair, { type: 'AdjournMeeting', fromItemId: 'item-1' }), {
    people: manyPeople,
    language,
  });
  const first = (name: string) =>
    !/item-(?!1\b)\d+|person-(?!0\b)\d+|point-(?!1-)\d|\bd-\d+|draft (?:[123]|9999)|(?:case|full) \S+ [12]/u.test(
      name,
    );
  const of = (group: string, sight: Sight, cards: readonly NamedCard[]) =>
    cards.filter(({ name }) => first(name)).map((one) => card(group, sight, one));
  const among = readersOf(participant, chair, minuteTaker).flatMap(({ name, fields }) =>
    [wide, over].flatMap((sight) =>
      of(`widest, ${name}`, { ...sight, ...fields }, standingCards({ ...sight, ...fields })),
    ),
  );
  // What else people come with: 60 decisions, odd names, closed items only, 80 persons.
  const hard = hardMeetings().flatMap(({ name, held, people }) => {
    const sight = sightOf(held, { people, language, audience: 'shared' });
    return of(`hard, ${name}`, sight, standingCards(sight));
  });
  return [
    ...of('emptiest, read', bare, standingCards(bare).slice(0, 2)),
    ...of('emptiest, begun', begun, everyCard(begun)),
    ...of('widest', wide, everyCard(wide)),
    ...of('widest, over', over, everyCard(over)),
    ...among,
    ...hard,
  ];
}

/**
 * Every card, menu, form and page that Punkt shows, to whom it is shown otherwise: of an ordinary meeting, and with the
 * least and most in it.
 */
export const picturedCards = async (language: Sight['language']): Promise<PicturedCard[]> =>
  distinct([...(await demoCards(language)), ...extremeCards(language)]);
