import { demoAgenda } from '../../src/demo/demoAgenda.ts';
import type { Ask } from '../../src/views/page/ask.ts';
import type { PageItem, PageView } from '../../src/views/page/pageView.ts';
import { type DemoServer, openDemo } from './demoServer.ts';
import { freePort } from './punkt.ts';

export const chair = 'Ellen Brandt';
export const minuteTaker = 'Jonas Kjeldgaard';
export const participant = 'Peter Ladegaard';

/** The demo's meeting on a server of its own, with its page at hand. */
export class PageMeeting implements AsyncDisposable {
  #ids = 0;

  private constructor(readonly demo: DemoServer) {}

  /** Its agenda is read, and not in use yet. `day`: of the meeting, in words. */
  static async open(day = '6. marts 2031'): Promise<PageMeeting> {
    const agenda = { name: 'dagsorden.txt', text: demoAgenda(day) };
    // The same port after a restart: pages that are open come back to it.
    return new PageMeeting(await openDemo(agenda, { PORT: String(await freePort()) }));
  }

  /** Its agenda is in use, and those whom it names have their roles. */
  static async planned(day?: string): Promise<PageMeeting> {
    return PageMeeting.#after(await PageMeeting.open(day), async (meeting) => {
      const proposalId = (await meeting.view()).head.imported?.proposalId ?? '';
      // Whoever the agenda names in the chair gets the role by it.
      await meeting.does(chair, { ask: 'adoptAgenda', proposalId });
      await meeting.does(minuteTaker, { ask: 'claimRole', role: 'minuteTaker' });
    });
  }

  /** At its first item. */
  static async held(): Promise<PageMeeting> {
    const meeting = await PageMeeting.planned();
    return PageMeeting.#after(meeting, () => meeting.does(chair, { ask: 'start', itemId: null }));
  }

  /** A server whose meeting cannot be made so is stopped. */
  static async #after(
    meeting: PageMeeting,
    work: (meeting: PageMeeting) => Promise<void>,
  ): Promise<PageMeeting> {
    try {
      await work(meeting);
      return meeting;
    } catch (error) {
      await meeting[Symbol.asyncDispose]();
      throw error;
    }
  }

  view(name = chair): Promise<PageView> {
    return this.demo.as(name).view(this.demo.meetingId);
  }

  async item(number: string, name = chair): Promise<PageItem> {
    const item = (await this.view(name)).items.find((one) => one.number === number);
    if (!item) throw new Error(`no item ${number}`);
    return item;
  }

  /** Asks as that person; refused is an error of the test. */
  async does(name: string, ask: Ask): Promise<void> {
    const answer = await this.demo.as(name).ask(this.demo.meetingId, ask);
    if (answer.kind === 'refused') throw new Error(`${ask.ask}: ${answer.code} ${answer.sentence}`);
  }

  async next(): Promise<void> {
    const here = (await this.view()).head.position?.itemId ?? '';
    await this.does(chair, { ask: 'next', fromItemId: here });
  }

  async decides(name: string, number: string, text: string): Promise<void> {
    const { itemId } = await this.item(number);
    await this.does(name, { ask: 'decide', itemId, decisionId: this.newId(), text, pointIds: [] });
  }

  newId(): string {
    this.#ids += 1;
    return `test-${this.#ids}`;
  }

  /** Address of the page for a person. */
  url(place: 'desk' | 'panel' | 'stage', name = chair, language = 'da'): string {
    const { meetingId, punkt } = this.demo;
    const query = { place, demo: this.demo.personId(name), meeting: meetingId, lang: language };
    return `${punkt.url}/tab?${new URLSearchParams(query)}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.demo[Symbol.asyncDispose]();
  }
}
