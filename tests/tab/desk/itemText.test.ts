import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Draft, ItemText } from '../../../src/tab/desk/keeping/itemText.ts';
import type { AskAnswer } from '../../../src/views/page/ask.ts';

const cases = Number(process.env.PUNKT_TEST_CASES ?? 1);
const kept = (text: string): string => text.replace(/\s+$/u, '');

/** The server's text of one item, by the rule of `editSection`. */
class Section {
  text = '';
  version = 1;
  write(basedOn: string, text: string): AskAnswer {
    const { version } = this;
    const refusal = (code: string): AskAnswer => ({ kind: 'refused', code, sentence: code, version });
    if (text === this.text || text === basedOn) return refusal('textUnchanged');
    if (basedOn !== this.text) return refusal('sectionChanged');
    this.text = text;
    this.version += 1;
    return { kind: 'accepted', version: this.version };
  }
}

/** A browser with its clock, its store, and a connection whose answers and views come when the test says so. */
class Browser {
  draft: Draft | null = null;
  clock = 0;
  timers: { at: number; run: () => void }[] = [];
  /** Asks on their way: they outlive a reload, as the page keeps them; the answer then finds nobody. */
  asks: { basedOn: string; text: string; answer: (answer: AskAnswer) => void }[] = [];
  sent = 0;
  text: ItemText;
  constructor(private readonly section: Section) {
    this.text = this.open();
  }
  open(): ItemText {
    this.timers = [];
    const { text, version } = this.section;
    const made = new ItemText(
      {
        send: (basedOn, typed) =>
          new Promise((answer) => {
            this.sent += 1;
            this.asks.push({ basedOn, text: typed, answer });
          }),
        keep: (draft) => {
          this.draft = draft;
        },
        now: () => this.clock,
        later: (ms, run) => {
          const timer = { at: this.clock + ms, run };
          this.timers.push(timer);
          return () => {
            this.timers = this.timers.filter((one) => one !== timer);
          };
        },
      },
      text,
      version,
      this.draft,
    );
    return made;
  }
  reload(): void {
    for (const ask of this.asks) ask.answer = () => {};
    this.text = this.open();
  }
  pass(ms: number): void {
    this.clock += ms;
    for (const { at, run } of [...this.timers]) if (at <= this.clock) run();
  }
  async deliver(): Promise<void> {
    const ask = this.asks.shift();
    ask?.answer(this.section.write(ask.basedOn, ask.text));
    await Promise.resolve();
    await Promise.resolve();
  }
  see(): void {
    this.text.seen(this.section.text, this.section.version);
  }
}

describe('the text of an item', () => {
  it('is sent a second after the last key', () => {
    const browser = new Browser(new Section());
    browser.text.typed('V');
    browser.pass(900);
    browser.text.typed('Vi');
    browser.pass(900);
    expect(browser.sent).toBe(0);
    browser.pass(100);
    expect(browser.asks.map(({ text }) => text)).toEqual(['Vi']);
  });

  it('is sent every three seconds while somebody writes on and on', () => {
    const browser = new Browser(new Section());
    for (let at = 0; at < 15; at += 1) {
      browser.text.typed('x'.repeat(at + 1));
      browser.pass(200);
    }
    expect(browser.sent).toBe(1);
  });

  it('says that it is being saved until the server has it, and keeps a draft as long', async () => {
    const browser = new Browser(new Section());
    browser.text.typed('Vi drøftede');
    expect(browser.text.state.mark).toBe('saving');
    expect(browser.draft).toEqual({ base: '', sent: [], text: 'Vi drøftede' });
    browser.text.flush();
    expect(browser.draft).toEqual({ base: '', sent: ['Vi drøftede'], text: 'Vi drøftede' });
    await browser.deliver();
    expect(browser.text.state.mark).toBe('kept');
    expect(browser.draft).toBeNull();
  });

  it('does not go back to what stood there before, when a view comes late', async () => {
    const section = new Section();
    const browser = new Browser(section);
    browser.text.typed('Nyt');
    browser.text.flush();
    await browser.deliver();
    browser.text.seen('', 1);
    expect(browser.text.state.text).toBe('Nyt');
  });

  it('is merged with what somebody else wrote meanwhile, and sent again', async () => {
    const section = new Section();
    const browser = new Browser(section);
    browser.text.typed('Mit.');
    browser.text.flush();
    section.write('', 'Deres.');
    await browser.deliver();
    browser.see();
    expect(browser.text.state.text).toBe('Deres.\nMit.');
    browser.pass(1000);
    await browser.deliver();
    expect(section.text).toBe('Deres.\nMit.');
    expect(browser.text.state.mark).toBe('kept');
  });

  it('that the server will not take says why, stays here, and is sent with the next change', async () => {
    const section = new Section();
    section.write = () => ({
      kind: 'refused',
      code: 'alreadyApproved',
      sentence: 'Referatet er godkendt.',
      version: 1,
    });
    const browser = new Browser(section);
    browser.text.typed('Nyt');
    browser.pass(1000);
    await browser.deliver();
    expect(browser.text.state).toMatchObject({
      text: 'Nyt',
      mark: 'refused',
      sentence: 'Referatet er godkendt.',
    });
    browser.pass(10_000);
    expect(browser.sent).toBe(1);
    browser.text.typed('Nyt igen');
    browser.pass(1000);
    expect(browser.sent).toBe(2);
  });

  it.each([true, false])(
    'typed before a reload is sent after it, once (had it come through: %s)',
    async (came) => {
      const section = new Section();
      const browser = new Browser(section);
      browser.text.typed('Vi drøf');
      browser.pass(1000);
      browser.text.typed('Vi drøftede planen');
      if (came) await browser.deliver();
      // The page is gone before it heard of it.
      browser.draft ??= { base: '', sent: ['Vi drøf'], text: 'Vi drøftede planen' };
      browser.reload();
      expect(browser.text.state.text).toBe('Vi drøftede planen');
      for (let round = 0; round < 4; round += 1) {
        browser.pass(1000);
        await browser.deliver();
        browser.see();
      }
      expect(section.text).toBe('Vi drøftede planen');
      expect(browser.text.state.mark).toBe('kept');
      expect(browser.draft).toBeNull();
    },
  );

  it('is in the end the same for all, with every word of each, whatever comes when', async () => {
    const step = fc.tuple(
      fc.nat(1),
      fc.constantFrom('type', 'type', 'line', 'wait', 'deliver', 'see', 'see', 'reload'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const section = new Section();
        const browsers = [new Browser(section), new Browser(section)] as const;
        const words: string[] = [];
        for (const [which, what] of steps) {
          const browser = browsers[which] ?? browsers[0];
          if (what === 'type' || what === 'line') {
            const word = `ord${words.length}`;
            words.push(word);
            const { text } = browser.text.state;
            browser.text.typed(what === 'line' ? `${word}\n${text}` : `${text} ${word}`);
          }
          if (what === 'wait') browser.pass(1000);
          if (what === 'deliver') await browser.deliver();
          if (what === 'see') browser.see();
          if (what === 'reload') browser.reload();
        }
        for (let round = 0; round < 12; round += 1)
          for (const browser of browsers) {
            browser.pass(1000);
            await browser.deliver();
            browser.see();
          }
        const found = section.text.match(/ord\d+/gu) ?? [];
        expect([...new Set(found)].sort()).toEqual([...words].sort());
        for (const { text, draft } of browsers) {
          expect(kept(text.state.text)).toBe(kept(section.text));
          expect(text.state.mark).toBe('kept');
          expect(draft).toBeNull();
        }
      }),
      { numRuns: 300 * cases },
    );
  });
});
