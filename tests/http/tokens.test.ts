import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { openInside } from '../support/insideRoom.ts';
import { freePort, startPunkt, storeFolder } from '../support/punkt.ts';
import { identityOf } from '../support/surroundings.ts';
import { startTestAuthority } from '../support/testAuthority.ts';

const TENANT = randomUUID();

it('with a good token a meeting is begun, decided and written to, and Punkt bears a token of its own', async () => {
  const authority = await startTestAuthority();
  const env = identityOf(authority, TENANT);
  await using room = await openInside(['Birthe Solvang', 'Asger Thorup'], {
    env,
    authority,
    tenantId: TENANT,
  });
  const chair = room.person('Birthe Solvang');
  await room.imports('klynge-nordby.txt');
  await room.taps(chair, await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
  await room.taps(chair, await room.sees('Start mødet'), 'Start mødet');
  await room.asks(chair, 'beslutning: Med en god nøgle');
  await room.sees('Med en god nøgle');
  expect(room.teams.requests.every(({ authorization }) => authorization?.startsWith('Bearer '))).toBe(true);
  await authority.close();
});

describe('the test settings', () => {
  const identity = {
    MicrosoftAppId: randomUUID(),
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppTenantId: TENANT,
    MicrosoftAppPassword: 'x',
  };
  it.each([
    [
      'PUNKT_TEST_AUTHORITY',
      { ...identity, PUNKT_MODE: 'production', PUNKT_TEST_AUTHORITY: 'http://127.0.0.1:1/' },
    ],
    ['MicrosoftAppId', { PUNKT_MODE: 'production' }],
    ['PUNKT_DATA', { PUNKT_DATA: '/dev/null/punkt' }],
  ])('a start with a wrong %s ends with its name, one line, and exit code 1', async (name, env) => {
    const folder = await storeFolder();
    const started = startPunkt(folder.path, env as unknown as Record<string, string>);
    const error = await started.then(
      (server) => server.kill().then(() => new Error('it started')),
      (failure: Error) => failure,
    );
    expect(error.message).toMatch(new RegExp(`ended with 1: ${name}[^\\n]*\\n$`, 'u'));
    await folder.remove();
  });

  it('a port that is in use is one clear line', async () => {
    const folder = await storeFolder();
    const port = String(await freePort());
    const first = await startPunkt(folder.path, { PORT: port });
    const second = await startPunkt(folder.path, { PORT: port }).catch((failure: Error) => failure);
    expect(second).toBeInstanceOf(Error);
    expect((second as Error).message).toMatch(/ended with 1: PORT: \d+ is in use by another program\.\n$/u);
    await first.kill();
    await folder.remove();
  });
});
