import type { Card } from '../../src/render/renderCard.ts';
import { renderFitting } from '../../src/render/renderCard.ts';
import type { CardView, Sight } from '../../src/views/cardView.ts';
import { dialogOf } from '../../src/views/dialogView.ts';
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

/** The demo's meeting as everybody sees it in the chat, then what who leads it sees alone. */
async function demoCards(language: Sight['language']): Promise<PicturedCard[]> {
  const demo = () => DemoMeeting.proposed();
  const middle = (await demo()).inTheMiddle();
  /** Item ids by the numbers that people know. */
  const known = (name: string): string =>
    ['1', '2', '3', '4', '5', '6'].reduce(
      (text, number) => text.replace(new RegExp(`\\b${middle.itemId(number)}\\b`, 'u'), number),
      name,
    );
  const sight = ({ held, people }: DemoMeeting, fields: Partial<Sight> = {}): Sight =>
    sightOf(held, { people, language, audience: 'shared', ...fields });
  const standing = (group: string, of: Sight, kinds: RegExp) =>
    standingCards(of)
      .filter(({ name }) => kinds.test(known(plain(name))))
      .map((one) => card(group, of, { ...one, name: known(plain(one.name)) }));
  const shared = sight(middle);
  const ended = (await demo()).nearTheEnd().over();
  const over = sight(ended);
  const leader = (of: DemoMeeting): Partial<Sight> => ({
    audience: 'leading',
    ...(of.chair.by.kind === 'person' ? { reader: of.chair.by.personId } : {}),
  });
  const after = sight(ended, leader(ended));
  const approving = (await demo()).nearTheEnd().over();
  approving.chairDoes({ type: 'ApproveMinutes', seenVersion: approving.held.meeting.version });
  const asked =
    /^[a-z ]+ 2\b|decision-|start|draft|^point (?:id-10|id-11)|^(?:message form|roles|which|way)/u;
  const forms = answerCards({ ...shared, audience: 'leading' }, middle.chair)
    .map((one) => ({ ...one, name: known(one.name) }))
    .filter(({ name }) => asked.test(name));
  return [
    ...standing('1 read', sight(await demo()), /preview/u),
    ...standing('2 in use', sight((await demo()).planned()), /preview|ready|role id/u),
    ...standing('3 started', sight((await demo()).planned().started()), /ready|agenda|item 1/u),
    ...standing('4 in the middle', shared, /agenda|item [123]/u),
    ...standing('5 a notice', sight(middle, { notice: replies[language].stillOpen([3]) }), /item 2/u),
    ...standing(
      '6 paused',
      sight((await demo()).inTheMiddle().chairDoes({ type: 'PauseMeeting' })),
      /agenda|item 2/u,
    ),
    ...standing('7 late', sight((await demo()).nearTheEnd()), /agenda|item/u),
    ...standing('7 asked alone', sight(middle, leader(middle)), /offer|movedOn|samePerson/u),
    ...standing('7 to who leads', { ...shared, leader: true }, /item 2/u),
    ...standing('8 over', over, /ready|agenda|item|summary/u),
    ...standing('8 over, to who leads', after, /item 4|unanswered/u),
    ...standing('8 approved, to who leads', sight(approving, leader(approving)), /unanswered/u),
    ...answerCards(after, ended.chair)
      .filter(({ name }) => /^(?:approval|addendum form$|link)|to fetch$/u.test(name))
      .map((one) => card('8 over, what is asked for', after, one)),
    ...forms.map((one) => card('9 menus, forms and pages', shared, one)),
    ...forms.flatMap((one) => dialog('9 forms as dialogs', shared, one)),
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
    ...of('emptiest, read', bare, standingCards(bare).slice(0, 2)),
    ...of('emptiest, begun', sightOf(begun), everyCard(sightOf(begun))),
    ...of('widest', wide, everyCard(wide)),
    ...of('widest, over', over, standingCards(over).slice(-2)),
  ];
}

/** Every card, menu, form and page that Punkt shows: of an ordinary meeting, and with the least and most in it. */
export const picturedCards = async (language: Sight['language']): Promise<PicturedCard[]> =>
  distinct([...(await demoCards(language)), ...(language === 'da' ? extremeCards() : [])]);
