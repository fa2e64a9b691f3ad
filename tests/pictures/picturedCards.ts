import type { Card } from '../../src/render/renderCard.ts';
import { renderFitting } from '../../src/render/renderCard.ts';
import type { CardView, Sight } from '../../src/views/cardView.ts';
import { replies } from '../../src/wording/replies.ts';
import { answerCards, everyCard, type NamedCard, standingCards } from '../support/everyCard.ts';
import { emptiest, manyPeople, sightOf, widest } from '../support/extremeMeetings.ts';
import { adopt, chair, operator } from '../support/meetingBuilder.ts';
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
    const key = `${one.language} ${one.group} ${shown}`;
    if (!seen.has(key)) seen.set(key, one);
  }
  return [...seen.values()];
}

/** The demo's meeting as everybody sees it in the chat, and as the chair does alone. */
async function demoCards(language: Sight['language']): Promise<PicturedCard[]> {
  const sight = (demo: DemoMeeting, fields: Partial<Sight> = {}): Sight =>
    sightOf(demo.held, { people: demo.people, language, audience: 'shared', ...fields });
  const standing = (group: string, of: Sight) => standingCards(of).map((one) => card(group, of, one));
  const demo = () => DemoMeeting.proposed();
  const middleOf = (await demo()).inTheMiddle();
  const proposed = sight(await demo());
  const planned = sight((await demo()).planned());
  const started = sight((await demo()).planned().started());
  const middle = sight(middleOf, { notice: replies[language].stillOpen([3]) });
  const paused = sight((await demo()).inTheMiddle().chairDoes({ type: 'PauseMeeting' }));
  const late = sight((await demo()).nearTheEnd());
  const over = sight((await demo()).nearTheEnd().over());
  const item = new RegExp(`${middleOf.itemId('2')}\\b|decision-|start|draft|point`, 'u');
  const quiet = { ...middle, notice: null };
  const forms = answerCards({ ...quiet, audience: 'leading' }, middleOf.chair).filter(({ name }) =>
    item.test(name),
  );
  return [
    ...standing('1 read', proposed),
    ...standing('2 planned', planned),
    ...standing('3 started', started),
    ...standing('4 in the middle', quiet),
    ...standing('5 with a notice', middle).slice(2, 5),
    ...standing('6 paused', paused),
    ...standing('7 late', late),
    ...standing('8 over', over),
    ...standing('8 over, for those who lead', { ...over, audience: 'leading' }),
    ...forms.map((one) => card('9 menus, forms and pages', quiet, one)),
  ];
}

/** The meetings with the least and the most that there can be. */
function extremeCards(): PicturedCard[] {
  const bare = sightOf(emptiest());
  const begun = emptiest().does(operator, adopt()).does(operator, { type: 'StartMeeting', itemId: 'item-1' });
  const wide = sightOf(widest(), { people: manyPeople });
  const over = sightOf(widest().does(chair, { type: 'AdjournMeeting', fromItemId: 'item-1' }), {
    people: manyPeople,
  });
  const first = (name: string) =>
    !/item-(?!1\b)\d+|point-(?!1-)\d|\bd-\d+|draft (?:[123]|9999)|(?:case|full) \S+ [12]/u.test(name);
  const of = (group: string, sight: Sight, cards: readonly NamedCard[]) =>
    cards.filter(({ name }) => first(name)).map((one) => card(group, sight, one));
  return [
    ...of('emptiest, read', bare, standingCards(bare)),
    ...of('emptiest, begun', sightOf(begun), everyCard(sightOf(begun))),
    ...of('widest', wide, everyCard(wide)),
    ...of('widest, over', over, standingCards(over)),
  ];
}

/** Every card, menu, form and page that Punkt shows: of an ordinary meeting, and with the least and most in it. */
export const picturedCards = async (language: Sight['language']): Promise<PicturedCard[]> =>
  distinct([...(await demoCards(language)), ...(language === 'da' ? extremeCards() : [])]);
