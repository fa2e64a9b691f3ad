import { describe, expect, it } from '@jest/globals';
import type { FormsAs } from '../../src/render/actions.ts';
import { CARD_LIMIT, cardJson, renderFitting } from '../../src/render/renderCard.ts';
import { markOf } from '../../src/service/cardKey.ts';
import { postedViews } from '../../src/teams/cards.ts';
import type { CardView, Sight } from '../../src/views/cardView.ts';
import { dialogOf } from '../../src/views/dialogView.ts';
import { buttons, texts } from '../support/cardReading.ts';
import { answerCards, standingCards } from '../support/everyCard.ts';
import { sightOf } from '../support/extremeMeetings.ts';
import { type HardMeeting, hardMeetings, longId, ODD_NAMES } from '../support/hardMeetings.ts';
import { chair, minuteTaker, participant } from '../support/meetingBuilder.ts';
import { readersOf } from '../support/readers.ts';

const meetings = hardMeetings();
/** Who only proposes, and who writes alone, have less and the same. */
const readers = readersOf(participant, chair, minuteTaker).filter(
  ({ name }) => name !== 'anonymous' && name !== 'minute taker alone',
);
/** As on every card of the outbox. */
const mark = markOf('a card of the outbox');
const languages = ['da', 'en'] as const;
const FORMS: readonly FormsAs[] = ['card', 'dialog'];

const named = (name: string): HardMeeting => {
  const found = meetings.find((one) => one.name === name);
  if (!found) throw new Error(`no meeting ${name}`);
  return found;
};
const seen = ({ held, people }: HardMeeting, fields: Partial<Sight> = {}): Sight =>
  sightOf(held, { people, audience: 'shared', ...fields });
const item = (of: HardMeeting, itemId: string, fields: Partial<Sight> = {}) =>
  renderFitting(postedViews(seen(of, fields), { kind: 'item', itemId }), 'dialog', mark).card;

/** Everything that reader is sent of the meeting: name, and what of the limit it takes. */
function* sizes(sight: Sight, acting: (typeof readers)[number]['acting']): Generator<[string, number]> {
  const { meeting } = sight;
  const size = (views: readonly (CardView | (() => CardView))[], forms: FormsAs) =>
    cardJson(renderFitting(views, forms, mark).card).length;
  for (const forms of FORMS) {
    for (const { name, views } of [...standingCards(sight), ...answerCards(sight, acting)])
      yield [`${forms} ${name}`, size(views, forms)];
    for (const { id } of meeting.agenda.items)
      yield [`${forms} posted ${id}`, size(postedViews(sight, { kind: 'item', itemId: id }), forms)];
  }
  for (const { name, views } of answerCards(sight, acting)) {
    const [view] = views;
    const shown = view && dialogOf(view);
    if (shown?.kind === 'form') yield [`inside ${name}`, size([shown.view], 'inside')];
  }
}

describe.each(meetings.map((one) => [one.name, one] as const))('a meeting of %s', (_name, of) => {
  it.each(readers)('has only cards that Teams takes, for $name', ({ fields, acting }) => {
    for (const language of languages) {
      const large = [...sizes(seen(of, { language, ...fields }), acting)].filter(
        ([, size]) => size > CARD_LIMIT,
      );
      expect(large).toEqual([]);
    }
  });
});

describe('the card of an item', () => {
  it('of twelve points shows all of them, to tap, though sixty persons lead and write', () => {
    const card = item(named('40 items of 12 points and 20,000 characters'), longId('item-1'));
    const points = buttons(card).flatMap(({ data }) => (data.verb === 'point.open' ? [data.p] : []));
    expect(points).toEqual(Array.from({ length: 12 }, (_, at) => longId(`point-1-${at + 1}`)));
    const numbers = texts(card).flatMap((text) => /(\d+)\. At Styregruppen/u.exec(text)?.[1] ?? []);
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, at) => String(at + 1)));
    expect((card.refresh as { userIds: string[] }).userIds.length).toBe(6);
  });

  it('of sixty decisions shows the newest, counts the rest, and leads to all', () => {
    const card = item(named('60 decisions of 2,000 characters under an item'), 'item-2');
    const said = texts(card);
    expect(said.some((text) => /^2\.60/u.test(text))).toBe(true);
    expect(said.join('\n')).toMatch(/\d+ tidligere beslutninger under Vis mere/u);
    expect(buttons(card).map(({ title }) => title)).toContain('Vis mere');
  });

  it('of a closed item says nothing of it where all read along', () => {
    const of = named('closed items only');
    for (const { name, fields } of readers) {
      const json = JSON.stringify([
        ...of.held.meeting.agenda.items.map(({ id }) => item(of, id, fields)),
        ...standingCards(seen(of, fields)).map(({ views }) => renderFitting(views).card),
      ]);
      expect({ name, tells: /Kim|Personsag/u.test(json) }).toEqual({
        name,
        tells: fields.audience === 'leading',
      });
    }
  });

  it('keeps odd names and signs as they were typed', () => {
    const of = named('odd names and titles');
    for (const [at, name] of ODD_NAMES.entries()) {
      const said = texts(item(of, `item-${at + 1}`)).join('\n');
      expect(said).toContain(`At ${name} godkender ${name}`);
      expect(said).toContain(`${name} gør ${name}`);
      expect(said).toContain(`Tovholder: ${name} ${at}`);
    }
  });
});
