import { it } from '@jest/globals';
import { startBareBot } from './bareBot.ts';
import { type MeasuredLoad, measuredLoad } from './measuredLoad.ts';
import { keepResult, median } from './result.ts';
import { decisionTaps } from './rooms.ts';
import { openStage } from './stage.ts';

const CONNECTIONS = 20;
const MEETINGS = 20;
/** Short rounds by turns: a neighbour's burst hits both sides, or one round that the median leaves out. */
const ROUNDS = 9;
const WARM_UP = 2;
const TAPS = 400;

type Figure = Exclude<keyof MeasuredLoad, 'last'>;

it('a full turn (tap, durable commit, refreshed card) against botbuilder alone', async () => {
  await using stage = await openStage();
  const { punkt, teams } = stage;
  const rooms = await stage.meetings(MEETINGS);
  const [alone] = await stage.meetings(1);
  if (!alone) throw new Error('no meeting');
  // As large as what Punkt answers: a card with its decisions, not the empty one of the beginning.
  const { last } = await measuredLoad(punkt, decisionTaps(teams, rooms, TAPS), CONNECTIONS);
  const bare = await startBareBot(JSON.parse(last).value);
  try {
    const rounds: { bare: MeasuredLoad; many: MeasuredLoad; one: MeasuredLoad }[] = [];
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
      rounds.push({
        bare: await measuredLoad(bare, decisionTaps(teams, [alone], TAPS), CONNECTIONS),
        many: await measuredLoad(punkt, decisionTaps(teams, rooms, TAPS), CONNECTIONS),
        one: await measuredLoad(punkt, decisionTaps(teams, [alone], TAPS), CONNECTIONS),
      });
    }
    const warm = rounds.slice(WARM_UP);
    const of = (who: 'bare' | 'many' | 'one', what: Figure) => median(warm.map((round) => round[who][what]));
    const ratio = (who: 'many' | 'one', what: Figure) =>
      median(warm.map((round) => round[who][what] / round.bare[what]));
    keepResult('turn', [
      {
        name: `throughput over ${MEETINGS} meetings, of bare botbuilder's`,
        value: ratio('many', 'perSecond'),
        unit: '×',
        target: { atLeast: 0.6 },
      },
      {
        name: 'throughput on one meeting',
        value: ratio('one', 'perSecond'),
        unit: '×',
        target: { atLeast: 0.25 },
      },
      {
        name: `99th percentile over ${MEETINGS} meetings`,
        value: ratio('many', 'p99'),
        unit: '×',
        target: { atMost: 3 },
      },
      { name: '99th percentile on one meeting', value: ratio('one', 'p99'), unit: '×' },
      { name: `processor time over ${MEETINGS} meetings`, value: ratio('many', 'cpu'), unit: '×' },
      { name: 'processor time on one meeting', value: ratio('one', 'cpu'), unit: '×' },
      ...(['bare', 'many', 'one'] as const).flatMap((who) => [
        { name: `${who}: turns`, value: of(who, 'perSecond'), unit: '/s' },
        { name: `${who}: median`, value: of(who, 'p50'), unit: 'ms' },
        { name: `${who}: 99th percentile`, value: of(who, 'p99'), unit: 'ms' },
        { name: `${who}: processor time a turn`, value: of(who, 'cpu'), unit: 'ms' },
      ]),
    ]);
  } finally {
    await bare.stop();
  }
}, 300_000);
