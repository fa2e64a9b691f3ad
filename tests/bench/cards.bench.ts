import { it } from '@jest/globals';
import { renderFitting } from '../../src/render/renderCard.ts';
import { activityOf } from '../../src/teams/connector.ts';
import type { Sight } from '../../src/views/cardView.ts';
import { everyCard } from '../support/everyCard.ts';
import { emptiest, manyPeople, NASTY, sightOf, widest } from '../support/extremeMeetings.ts';
import { adjourned, planned, running } from '../support/meetingBuilder.ts';
import { keepResult, type Measure } from './result.ts';

/** What Teams measures: UTF-16 code units of the whole activity, its ids as long as they come. */
const LIMIT = 18_000;
const conversation = {
  conversationId: `19:meeting_${'x'.repeat(80)}@thread.v2`,
  conversationType: 'groupChat',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  tenantId: '00000000-0000-0000-0000-000000000000',
  botId: `28:${'0'.repeat(36)}`,
  botName: 'Punkt',
} as const;

const wide = widest();
const sights: readonly (readonly ['ordinary' | 'widest', Sight])[] = [
  ['ordinary', sightOf(emptiest())],
  ['ordinary', sightOf(planned())],
  ['ordinary', sightOf(running())],
  ['ordinary', sightOf(adjourned())],
  ['widest', sightOf(wide, { people: manyPeople, notice: NASTY.repeat(50) })],
];

it('the size of each card', () => {
  const largest = new Map<string, number>();
  for (const [kind, sight] of sights) {
    for (const { views } of everyCard(sight)) {
      const [first] = views;
      const name = `${first?.template ?? ''}, ${kind}`;
      const size = JSON.stringify(activityOf(conversation, renderFitting(views))).length;
      largest.set(name, Math.max(largest.get(name) ?? 0, size));
    }
  }
  keepResult(
    'cards',
    [...largest]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, value]): Measure => ({ name, value, unit: 'units', target: { atMost: LIMIT } })),
  );
}, 60_000);
