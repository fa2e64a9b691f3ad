import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import type { InvokeActivity } from '../../src/teams/activity.ts';
import { createServer, type Server } from '../../src/teams/server.ts';
import type { DialogAnswer, DialogStep, TurnHandlers } from '../../src/teams/turn.ts';
import { dialogCall } from '../support/dialogCall.ts';
import { saidIn, seenDialog } from '../support/dialogs.ts';
import {
  type FakeConversation,
  type FakePerson,
  type FakeTeams,
  startFakeTeams,
} from '../support/fakeTeams.ts';

const saved: DialogAnswer = { task: { type: 'message', value: '4.1 er gemt som forslag.' } };
const given = { verb: 'note.record', m: 'm', text: 'Æbler & pærer', msteams: { type: 'task/fetch' } };
const STEPS: readonly DialogStep[] = ['fetch', 'submit'];

let teams: FakeTeams;
let server: Server;
let person: FakePerson;
let chat: FakeConversation;
let asked: { step: DialogStep; activity: InvokeActivity }[];
let logged: string[];
let impatient: boolean;
let answer: TurnHandlers['dialog'];
let seen: TurnHandlers['seen'];

beforeEach(async () => {
  seen = async () => undefined;
  [asked, logged, impatient] = [[], [], false];
  answer = async () => saved;
  server = createServer({
    config: readConfig({ PORT: '0', PUNKT_MODE: 'development' }),
    handlers: {
      seen: (activity) => seen(activity),
      invoke: () => Promise.reject(new Error('not a tap')),
      dialog: (step, activity, late) => {
        asked.push({ step, activity });
        return answer(step, activity, late);
      },
      fileConsent: () => Promise.reject(new Error('not a file')),
      message: () => Promise.reject(new Error('not a line')),
    },
    log: pino({ level: 'trace' }, { write: (line: string) => logged.push(line) }),
    timer: (ms, ring) => {
      const timeout = setTimeout(ring, impatient ? 0 : ms);
      return () => clearTimeout(timeout);
    },
  });
  teams = await startFakeTeams();
  teams.connect(`http://127.0.0.1:${(await server.listen()).port}`);
  person = teams.person('Astrid Lund');
  chat = teams.groupChat([person]);
});
afterEach(async () => {
  await server.close();
  await teams.close();
});

const call = (step: DialogStep, data: Record<string, unknown> = given) =>
  dialogCall(step, teams.activity, chat, person, data, '17');
const saidTo = async (step: DialogStep, rest: Record<string, unknown> = {}) =>
  saidIn(seenDialog(await teams.send({ ...call(step), ...rest }), chat));

describe('a dialog', () => {
  it.each(STEPS)(
    '%s is handled with its verb, its data and who asks, and answered with HTTP 200',
    async (step) => {
      expect(await teams.send(call(step))).toEqual({ delivered: true, status: 200, body: saved });
      expect(asked).toMatchObject([
        {
          step,
          activity: {
            replyToId: '17',
            from: { id: person.id, aadObjectId: person.aadObjectId },
            value: {
              trigger: 'manual',
              action: { verb: 'note.record', data: { m: 'm', text: 'Æbler & pærer' } },
            },
          },
        },
      ]);
    },
  );

  it('is closed by an answer without any body, as an empty object is an error to Teams', async () => {
    answer = async () => null;
    expect(await teams.send(call('submit'))).toEqual({ delivered: true, status: 200, body: undefined });
  });

  it.each(STEPS)(
    '%s whose handler throws is answered with a sentence that says nothing of the inside',
    async (step) => {
      answer = () => Promise.reject(new Error('lmdb: /srv/data is read-only'));
      expect(await saidTo(step)).toMatch(/^Noget gik galt/u);
      expect(logged.join()).toContain('handler failed');
      expect(await saidTo(step)).not.toContain('lmdb');
    },
  );

  it.each(STEPS)('%s whose handler hangs is answered with an honest sentence', async (step) => {
    impatient = true;
    let go: () => void = () => undefined;
    answer = () =>
      new Promise((resolve) => {
        go = () => resolve(saved);
      });
    const said = await saidTo(step);
    // Opening saves nothing, so nothing of it is said to be unsaved.
    expect(said.includes('Ikke gemt endnu')).toBe(step === 'submit');
    expect(said).toContain('igen om lidt');
    go();
  });

  it('is answered by its handler, which knows the form, where taking note of its chat fails', async () => {
    seen = () => Promise.reject(new Error('lmdb: the disk is full'));
    for (const step of STEPS) expect((await teams.send(call(step))).body).toEqual(saved);
  });

  it('is answered by its handler where taking note of its chat hangs', async () => {
    let go: () => void = () => undefined;
    const hangs = new Promise<void>((resolve) => {
      go = resolve;
    });
    seen = () => hangs;
    expect((await teams.send(call('submit'))).body).toEqual(saved);
    go();
  });

  it('that fails without its form gives back what was typed', async () => {
    answer = () => Promise.reject(new Error('lmdb: /srv/data is read-only'));
    expect(await saidTo('submit')).toContain('Æbler & pærer');
    answer = (_step, _activity, late) => {
      late(() => ({ task: { type: 'message', value: 'Formularen igen' } }));
      return Promise.reject(new Error('lmdb: /srv/data is read-only'));
    };
    expect(await saidTo('submit')).toBe('Formularen igen');
  });

  it('that comes too late is answered with what its handler left for that', async () => {
    impatient = true;
    let go: () => void = () => undefined;
    answer = (_step, _activity, late) => {
      late(() => ({ task: { type: 'message', value: 'Formularen igen' } }));
      return new Promise((resolve) => {
        go = () => resolve(saved);
      });
    };
    expect(await saidTo('submit')).toBe('Formularen igen');
    go();
  });

  it.each<[string, unknown]>([
    ['no value', undefined],
    ['null', null],
    ['a text', 'data'],
    ['no data', {}],
    ['data that is a text', { data: 'note.record' }],
    ['data that is a list', { data: [given] }],
    ['no verb', { data: { m: 'm' } }],
    ['a verb that is none', { data: { verb: 7 } }],
    ['an endless verb', { data: { verb: 'x'.repeat(5000) } }],
  ])('with %s is told that it could not be read', async (_what, value) => {
    for (const step of STEPS) expect(await saidTo(step, { value })).toContain('kunne ikke læse');
    expect(asked).toEqual([]);
  });

  it('of another tenant than the served one is not handled', async () => {
    const strict = createServer({
      config: readConfig({ PORT: '0', PUNKT_MODE: 'development', PUNKT_TENANTS: crypto.randomUUID() }),
      handlers: {
        seen: () => Promise.reject(new Error('never')),
        invoke: () => Promise.reject(new Error('never')),
        dialog: () => Promise.reject(new Error('never')),
        fileConsent: () => Promise.reject(new Error('never')),
        message: () => Promise.reject(new Error('never')),
      },
      log: pino({ level: 'silent' }),
    });
    teams.connect(`http://127.0.0.1:${(await strict.listen()).port}`);
    try {
      for (const step of STEPS) expect((await teams.send(call(step))).status).toBe(403);
    } finally {
      await strict.close();
    }
  });
});
