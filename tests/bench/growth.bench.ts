import { it } from '@jest/globals';
import { load } from './load.ts';
import { measuredLoad } from './measuredLoad.ts';
import { keepResult, median } from './result.ts';
import { decisionTaps, type Room } from './rooms.ts';
import { openStage } from './stage.ts';

const COMMITS = 5_000;
const CONNECTIONS = 20;
/** Each on a meeting that has some ten commits when it begins. */
const ROUNDS = 7;
const TAPS = 200;

it(`a tap on a meeting of ${COMMITS} commits against one of ten`, async () => {
  await using stage = await openStage();
  const { punkt, teams } = stage;
  const [warmUp, large, ...small] = await stage.meetings(ROUNDS + 2);
  if (!warmUp || !large) throw new Error('no meeting');
  await load(punkt.url, decisionTaps(teams, [warmUp], 2 * TAPS), CONNECTIONS);
  await load(punkt.url, decisionTaps(teams, [large], COMMITS), CONNECTIONS);
  const measured = (room: Room) => measuredLoad(punkt, decisionTaps(teams, [room], TAPS), CONNECTIONS);
  const time: number[] = [];
  const cpu: number[] = [];
  for (const room of small) {
    const short = await measured(room);
    const long = await measured(large);
    time.push(short.perSecond / long.perSecond);
    cpu.push(long.cpu / short.cpu);
  }
  keepResult('growth', [
    {
      name: `time of a tap after ${COMMITS} commits, of that after 10`,
      value: median(time),
      unit: '×',
      target: { atMost: 1.2 },
    },
    { name: 'processor time likewise', value: median(cpu), unit: '×' },
  ]);
}, 300_000);
