import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EXAMPLES } from '../../src/wording/lineExamples.ts';
import { replies } from '../../src/wording/replies.ts';
import { englishAgenda } from '../support/englishAgenda.ts';
import { type InsideRoom, openInside } from '../support/insideRoom.ts';

const KAREN = 'Karen Smith';
const TOM = 'Tom Brown';
const GUEST = 'Ann Lee';
/** Lines that ask, and write nothing. */
const ASKING = [
  ...['status', 'dagsorden', 'agenda', 'referat', 'minutes', 'hjælp', 'help'],
  ...['hent mødepakke', 'get the meeting pack', 'hent referat', 'get the minutes'],
  ...['godkend referat', 'approve the minutes', 'fremmøde', 'attendance'],
];
const ANSWERS = [...EXAMPLES.da, ...EXAMPLES.en].filter((line) =>
  /^(?:til efterretning|taken|drøftet|discussed|godkendt|approved|som|as )/u.test(line),
);

const startsFirst = (line: string): number => Number(line.startsWith('start'));

/** An agenda with as many items as lines want one for themselves. */
const long = () => {
  const [first] = (JSON.parse(englishAgenda().toString()) as { items: Record<string, unknown>[] }).items;
  return englishAgenda({
    items: Array.from({ length: 9 }, (_, index) => ({
      ...first,
      number: String(index + 1),
      title: `Item ${index + 1}`,
    })),
  });
};

/** Danish lines by who has an English Teams, and the other way round: whose Teams it is makes no difference. */
describe.each([
  ['da', 'en-GB'],
  ['en', 'da-DK'],
] as const)('every line of the help in %s, typed by somebody with the locale %s', (language, locale) => {
  let room: InsideRoom;
  beforeAll(async () => {
    room = await openInside([KAREN, TOM, GUEST]);
    await room.imports(long());
    await room.taps(room.person(KAREN), await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
    room.person(KAREN).speaks = { locale };
  });
  afterAll(async () => {
    await room?.[Symbol.asyncDispose]();
  });

  it('does what it says', async () => {
    const karen = room.person(KAREN);
    const version = async () => (await room.log()).length;
    const answered = new Set<string>();
    const done = async (line: string) => {
      const before = await version();
      const heard = await room.asks(karen, line);
      const grown = (await version()) > before;
      expect({ line, grown, heard: heard.join() }).toEqual({
        line,
        grown: !ASKING.includes(line),
        heard: expect.not.stringMatching(/forstod|understand/u),
      });
    };
    let open = 9;
    // Nothing else can be done before it.
    const [start = '', ...others] = EXAMPLES[language].toSorted((a, b) => startsFirst(b) - startsFirst(a));
    await done(start);
    for (const example of others) {
      const line = example.replace('…', 'Something of it').replace(/Navn|Name/u, TOM);
      // Each answer needs an item that is still open, each change a decision that is still there.
      if (ANSWERS.includes(line)) {
        answered.add(line);
        await done(`${line} ${open--}`);
      } else if (/4\.2/u.test(line)) {
        // What is to be confirmed is somebody else's.
        const who = /^(?:bekræft|confirm)/u.test(line) ? room.person(GUEST) : karen;
        await room.types(who, 'decision 4: One more');
        const { meeting } = await room.meeting();
        const item = meeting.agenda.items.find((one) => one.number === '4');
        const decision = meeting.records[item?.id ?? '']?.decisions.at(-1);
        if (!decision) throw new Error('no decision');
        await done(line.replace('4.2', `4.${decision.sequence}`));
      } else await done(line);
    }
    expect(answered.size).toBe(4);
  });

  it('is listed when help is asked for, in the language of who asks', async () => {
    const theirs = locale === 'en-GB' ? 'en' : 'da';
    await room.types(room.person(KAREN), EXAMPLES[language].at(-1) ?? '');
    const card = await room.sees(replies[theirs].help);
    expect(card.card.lang).toBe(theirs);
    for (const line of [...EXAMPLES[theirs], ...replies[theirs].helpGroups])
      expect(JSON.stringify(card.card)).toContain(line);
  });
});
