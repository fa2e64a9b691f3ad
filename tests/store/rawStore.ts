import { join } from 'node:path';
import { open } from 'lmdb';

/** The file of an embedded store by lmdb itself, as another version of Punkt might see it. */
export const rawStore = (folder: string) =>
  open({
    path: join(folder, 'punkt.mdb'),
    noSubdir: true,
    encoding: 'json',
    overlappingSync: false,
    eventTurnBatching: false,
  });
