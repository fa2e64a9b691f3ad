import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { PageSource } from '../../src/views/page/pageAnswers.ts';
import { AGENDA, CHAIR, MEMBER, SECRETS, WRITER } from '../support/closedAgenda.ts';
import { type DemoServer, openDemo } from '../support/demoServer.ts';

let demo: DemoServer;
beforeEach(async () => {
  demo = await openDemo({ name: 'brugerraad.txt', text: AGENDA });
}, 30_000);
afterEach(async () => demo?.[Symbol.asyncDispose]());

const told = (source: PageSource) => SECRETS.filter((secret) => JSON.stringify(source).includes(secret));

/** The document that waits, as somebody is given it. */
async function sourceFor(name: string): Promise<PageSource> {
  const { meetingId } = demo;
  const { head } = await demo.as(name).view(meetingId);
  const path = `/api/meetings/${meetingId}/source?proposal=${head.imported?.proposalId}`;
  return (await demo.as(name).send('GET', path)).body as PageSource;
}

describe('a document with closed items that nobody has put to use yet', () => {
  it('is whole for whom it names to lead', async () => {
    for (const name of [CHAIR, WRITER]) expect(told(await sourceFor(name))).toContain('Kvartsgruben');
  });

  it('tells whoever else may use it no more of them than their numbers', async () => {
    const source = await sourceFor(MEMBER);
    expect(told(source)).toEqual([]);
    expect(source.lines.map(({ text }) => text)).toContain('2. Lukket punkt');
    expect(source.items.map(({ title }) => title)).toEqual([
      'Velkomst',
      'Lukket punkt',
      'Havedag',
      'Lukket punkt',
      'Eventuelt',
    ]);
    expect(source.lines.some(({ text }) => text.includes('Datoen skal findes.'))).toBe(true);
  });

  it('is whole for who has brought it', async () => {
    const { status } = await demo
      .as(MEMBER)
      .send('PUT', `/api/meetings/${demo.meetingId}/agenda?name=x.txt`, Buffer.from(`${AGENDA}\nSlut.`), {
        'content-type': 'application/octet-stream',
      });
    expect(status).toBe(200);
    expect(told(await sourceFor(MEMBER))).toContain('Kvartsgruben');
  });
});
