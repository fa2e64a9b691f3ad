import { openEmbeddedStore } from '../../src/store/embedded/store.ts';
import { startFakeTeams } from '../support/fakeTeams.ts';
import { startPunkt, storeFolder } from '../support/punkt.ts';
import { beginMeeting, type Room } from './rooms.ts';

/** Punkt as users start it, in a process of its own, and a Teams that taps. */
export async function openStage() {
  const folder = await storeFolder();
  const punkt = await startPunkt(folder.path, { PUNKT_FORMS: 'dialog' });
  const store = await openEmbeddedStore(folder.path);
  const teams = await startFakeTeams();
  teams.connect(punkt.url);
  return {
    punkt,
    teams,
    async meetings(count: number): Promise<Room[]> {
      const rooms: Room[] = [];
      while (rooms.length < count) rooms.push(await beginMeeting(teams, folder.path, store));
      return rooms;
    },
    async [Symbol.asyncDispose]() {
      await punkt.kill();
      await teams.close();
      await store.close();
      await folder.remove();
    },
  };
}
