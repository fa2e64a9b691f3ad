/*
 * A process of its own on an embedded store, run from the built package: node writer.js TASK FOLDER NAME
 * Says "ready", begins at the first line on stdin, prints what it did line by line, and only once it was promised.
 */
import { writeSync } from 'node:fs';
import { openEmbeddedStore } from '../../../dist/store/embedded/store.js';

const [task, folder, name] = process.argv.slice(2);
const { log, documents, outbox, close } = await openEmbeddedStore(folder);
const say = (line) => writeSync(1, `${line}\n`);

const commitOf = (meetingId, version, text) => ({
  meetingId,
  version,
  commandId: text,
  at: '2026-03-02T08:15:00.000Z',
  by: { kind: 'operator' },
  events: [
    { type: 'NoteRecorded', v: 1, itemId: 'i', noteId: text, text, confirmed: true, origin: 'meeting' },
  ],
});

const tasks = {
  /** Appends 200 commits to a log that others append to as well. */
  async race() {
    let head = 0;
    for (let n = 1; n <= 200; n++) {
      for (;;) {
        const answer = await log.append(commitOf('shared', head + 1, `${name} ${n}`));
        head += 1;
        if (answer === 'appended') break;
        head = (await log.read('shared', head)).at(-1)?.version ?? head;
      }
    }
    say('done');
  },
  /** Writes until it is killed. */
  async endless() {
    const start = (await log.read('endless')).length;
    for (let version = start + 1; ; version++) {
      await Promise.all([
        log.append(commitOf('endless', version, name)),
        documents.write({ collection: 'drafts', partition: 'endless', id: `d${version}` }, version, 'absent'),
        outbox.want([{ conversationId: 'c', key: `k${version}`, meetingId: 'endless', version, card: {} }]),
      ]);
      say(`appended ${version}`);
    }
  },
  /** Adds 100 to a number that others add to as well. */
  async count() {
    const address = { collection: 'settings', partition: 'p', id: 'count' };
    for (let n = 0; n < 100; ) {
      const stored = await documents.read(address);
      const expected = stored ? { etag: stored.etag } : 'absent';
      const answer = await documents.write(address, (stored?.value ?? 0) + 1, expected);
      if (answer !== 'conflict') n += 1;
    }
    say('done');
  },
  /** Asks for the right to send in 100 conversations and names those that it got. */
  async lease() {
    for (let n = 1; n <= 100; n++) if (await outbox.lease(`c${n}`, name, 0, 100)) say(`c${n}`);
  },
  /** Wishes 100 cards in a conversation where others wish as well. */
  async want() {
    for (let n = 1; n <= 100; n++) {
      await outbox.want([{ conversationId: 'c', key: `${name} ${n}`, meetingId: 'm', version: 1, card: {} }]);
    }
    say('done');
  },
  /** Opens its own store a second time, 10 times, while the first is at writing. */
  async twice() {
    for (let n = 1; n <= 10; n++) {
      const card = { conversationId: 'c', key: `${name} ${n}`, meetingId: 'm', version: 1, card: {} };
      const wanting = outbox.want([card]);
      // Not until the writing thread holds the lock, and before it is answered by this one.
      const second = await new Promise((resolve) => {
        setImmediate(() => {
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
          resolve(openEmbeddedStore(folder));
        });
      });
      await wanting;
      if ((await second.outbox.list('c')).length !== n) say('not seen');
      await second.close();
    }
    say('done');
  },
  /** Writes documents of two megabytes and reads everybody's. */
  async grow() {
    const value = 'x'.repeat(2_000_000);
    for (let n = 1; n <= 8; n++) {
      await documents.write({ collection: 'sources', partition: 'p', id: `${name}${n}` }, value, 'absent');
      const stored = await documents.list('sources', 'p');
      if (stored.some((document) => document.value !== value)) say('torn');
    }
    say('done');
  },
};

say('ready');
process.stdin.once('data', async () => {
  await tasks[task]();
  await close();
  process.exit(0);
});
