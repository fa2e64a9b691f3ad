import { it } from '@jest/globals';
import { openEmbeddedStore } from '../../src/store/embedded/store.ts';
import { type FakeTeams, startFakeTeams } from '../support/fakeTeams.ts';
import { startPunkt, storeFolder } from '../support/punkt.ts';
import { keepResult, median } from './result.ts';
import { beginMeeting, decisionTaps, type Room } from './rooms.ts';

const STARTS = 7;

async function meetingIn(folder: string, teams: FakeTeams): Promise<Room> {
  const punkt = await startPunkt(folder);
  const store = await openEmbeddedStore(folder);
  teams.connect(punkt.url);
  try {
    return await beginMeeting(teams, folder, store);
  } finally {
    await store.close();
    await punkt.stop();
  }
}

it('from the start of the process to the first answered tap', async () => {
  const folder = await storeFolder();
  const teams = await startFakeTeams();
  try {
    const room = await meetingIn(folder.path, teams);
    const served: number[] = [];
    const answered: number[] = [];
    while (answered.length < STARTS) {
      const [tap = ''] = decisionTaps(teams, [room], 1);
      const began = performance.now();
      const punkt = await startPunkt(folder.path);
      served.push(performance.now() - began);
      teams.connect(punkt.url);
      const { status } = await teams.send(JSON.parse(tap));
      answered.push(performance.now() - began);
      await punkt.kill();
      if (status !== 200) throw new Error(`answered with ${status}`);
    }
    keepResult('start', [
      {
        name: 'to the first answered tap',
        value: median(answered),
        unit: 'ms',
        target: { atMost: 1000 },
      },
      { name: 'to the first request taken', value: median(served), unit: 'ms' },
    ]);
  } finally {
    await teams.close();
    await folder.remove();
  }
}, 120_000);
