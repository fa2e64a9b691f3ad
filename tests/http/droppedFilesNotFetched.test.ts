import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FakeConversation, FakePerson } from '../support/fakeTeams.ts';
import { attached, dropping, type FileHost, startFileHost } from '../support/fileHost.ts';
import { type InsideRoom, openInside } from '../support/insideRoom.ts';

let room: InsideRoom;
let host: FileHost;
let mona: FakePerson;
let alone: FakeConversation;

async function open(milliseconds: number): Promise<void> {
  room = await openInside(['Mona Hvid'], { downloads: { bytes: 300_000, milliseconds } });
  mona = room.person('Mona Hvid');
  alone = room.teams.personalChat(mona);
}
beforeEach(async () => {
  host = await startFileHost();
});
afterEach(async () => {
  await room?.[Symbol.asyncDispose]();
  await host?.[Symbol.asyncDispose]();
});

const drop = (files: readonly Record<string, unknown>[]) =>
  room.teams.send(dropping(room.teams, alone, mona, files));
const said = () => alone.messages.flatMap(({ activity }) => activity.text ?? []);

describe('a file that cannot be fetched', () => {
  const refused = async (url: string | undefined, milliseconds = 20_000): Promise<string> => {
    await open(milliseconds);
    await drop([attached('sag.docx', url)]);
    const sentence = String(await room.teams.until(() => said()[0]));
    expect(sentence).toMatch(/^»sag.docx«: /u);
    expect(await room.punkt.store.log.heads()).toEqual([]);
    return sentence;
  };
  const redirect = (to: string) =>
    host.answers((response) => void response.writeHead(302, { location: to }).end());

  it('for want of a link', async () => {
    expect(await refused(undefined)).toContain('kunne ikke hentes');
  });

  it('since it is gone', async () => {
    expect(await refused(host.answers((response) => void response.writeHead(404).end()))).toContain(
      'kunne ikke hentes',
    );
  });

  it('since it lies elsewhere than with Microsoft', async () => {
    expect(await refused('https://sharepoint.com.example.org/x')).toContain('ligger ikke hos Microsoft');
  });

  it('since it leads elsewhere', async () => {
    expect(await refused(redirect('https://example.org/x'))).toContain('ligger ikke hos Microsoft');
  });

  it('since it leads in circles', async () => {
    const circle: string = host.answers(
      (response) => void response.writeHead(302, { location: circle }).end(),
    );
    expect(await refused(circle)).toContain('kunne ikke hentes');
    expect(host.asked).toHaveLength(4);
  });

  it('since it is announced too large', async () => {
    const url = host.answers((response) => {
      response.writeHead(200, { 'content-length': 400_000 }).write('x');
    });
    expect(await refused(url)).toContain('større end');
  });

  it('since it is too large without being announced', async () => {
    const url = host.answers((response) => {
      response.writeHead(200, { 'transfer-encoding': 'chunked' });
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(64_000, 'x')));
        response.once('drain', more);
      };
      more();
    });
    expect(await refused(url)).toContain('større end');
  });

  it('since more comes than was announced', async () => {
    const url = host.answers((response) => {
      response.writeHead(200, { 'content-length': 4 });
      response.socket?.write('1. V');
      response.socket?.end(Buffer.alloc(400_000, 'x'));
    });
    expect(await refused(url)).toMatch(/kunne ikke hentes|større end|ingen dagsordenspunkter/u);
  });

  it('since its host is too slow', async () => {
    const url = host.answers((response) => {
      response.writeHead(200).write('1. Velkomst');
    });
    expect(await refused(url, 100)).toContain('tog for lang tid');
  });

  it('since the connection breaks', async () => {
    const url = host.answers((response) => {
      response.writeHead(200, { 'content-length': 1_000 }).write('1. Velkomst', () => response.destroy());
    });
    expect(await refused(url)).toContain('kunne ikke hentes');
  });
});

it('a file that is being fetched when Punkt stops is given up, and its owner hears of it', async () => {
  await open(20_000);
  const asked = new Promise<void>((resolve) => {
    const url = host.answers((response) => {
      response.writeHead(200).write('1. Velkomst');
      resolve();
    });
    void drop([attached('sag.docx', url)]);
  });
  await asked;
  await room.punkt.stop();
  expect(said()[0]).toContain('kunne ikke hentes');
});
