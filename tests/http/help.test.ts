import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EXAMPLES, PARTICIPANT_GROUPS } from '../../src/wording/lineExamples.ts';
import { replies } from '../../src/wording/replies.ts';
import { type InsideRoom, runningRoom } from '../support/insideRoom.ts';
import { texts } from '../support/meetingRoom.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
const MEMBER = 'Gitte Rosenlund';

let room: InsideRoom;
beforeEach(async () => {
  room = await runningRoom([CHAIR, WRITER, MEMBER]);
});
afterEach(async () => {
  await room?.[Symbol.asyncDispose]();
});

const helped = async (who: string, line: string) => {
  await room.types(room.person(who), line);
  return texts((await room.sees(replies.da.help)).card);
};

describe('the help', () => {
  it('shows who leads every line, in as many lines as there are groups', async () => {
    const shown = await helped(WRITER, 'hjælp');
    for (const line of EXAMPLES.da) expect(shown.join('\n')).toContain(line);
    expect(shown.length).toBeLessThan(15);
  });

  it('shows a participant what is theirs to write, and where the rest is', async () => {
    const shown = (await helped(MEMBER, 'hjælp')).join('\n');
    for (const line of PARTICIPANT_GROUPS.da.flat()) expect(shown).toContain(line);
    expect(shown).not.toContain('afslut mødet');
    expect(shown).toContain('hjælp alt');
  });

  it('shows everything to whoever asks for all of it', async () => {
    const shown = (await helped(MEMBER, 'hjælp alt')).join('\n');
    for (const line of EXAMPLES.da) expect(shown).toContain(line);
  });
});
