import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { itInChromium } from '../support/inChromium.ts';
import { type RunningDemo, runningDemo } from './demoProcess.ts';
import { PlaygroundPage } from './playgroundPage.ts';

const output = new URL('../output/', import.meta.url).pathname;

describe('the demo in a browser', () => {
  const opened: { remove(): Promise<void> }[] = [];
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'punkt-demo-browser-'));
  });
  afterEach(async () => {
    for (const one of opened.splice(0).reverse()) await one.remove();
    await rm(folder, { recursive: true, force: true });
  });

  /** Opens the demo in a browser and does `work` there; leaves a picture where it fails. */
  async function inChat(url: string, work: (chat: PlaygroundPage) => Promise<void>): Promise<void> {
    const chat = await PlaygroundPage.open(url);
    opened.push(chat);
    try {
      await work(chat);
    } catch (error) {
      mkdirSync(output, { recursive: true });
      await chat.picture(`${output}demo-failed.png`);
      throw error;
    }
  }
  async function started(...args: readonly string[]): Promise<RunningDemo> {
    const running = await runningDemo(...args);
    opened.push(running.demo);
    return running;
  }

  itInChromium(
    'holds a whole short meeting by clicking and typing',
    async () => {
      const { url } = await started();
      await inChat(url, wholeMeeting);
    },
    180_000,
  );

  itInChromium(
    'goes on with a meeting that has begun, in the folder of --data',
    async () => {
      const data = join(folder, 'data');
      const first = await started('--data', data);
      await inChat(first.url, async (chat) => {
        await chat.chat('Lindeklyngen');
        await chat.press('Dagsordenen er læst', 'Brug dagsordenen');
        await chat.press('Punkt er klar', 'Start mødet');
        await chat.card('PUNKT 1 AF 6');
      });
      await first.demo.interrupt();
      const second = await started('--data', data);
      expect(second.demo.out).toContain('skriv »@Punkt dagsorden«');
      await inChat(second.url, async (chat) => {
        await chat.chat('Lindeklyngen');
        await chat.mention('dagsorden');
        await chat.press('Vi er ved punkt 1', 'Næste punkt');
        await chat.card('PUNKT 2 AF 6');
      });
    },
    180_000,
  );
});

async function wholeMeeting(chat: PlaygroundPage): Promise<void> {
  // Import
  await chat.chat('Lindeklyngen');
  await chat.card('Dagsordenen er læst', '6 punkter · 8 indstillingspunkter', 'Lukket punkt');
  await chat.press('Dagsordenen er læst', 'Brug dagsordenen');

  // Start
  await chat.card('Punkt er klar: 6 punkter.', 'Ellen Brandt leder mødet, Jonas Kjeldgaard skriver referat.');
  await chat.press('Punkt er klar', 'Start mødet');
  await chat.says('Ellen Brandt er nu ordstyrer.');
  await chat.card('Vi er ved punkt 1');

  // Answer
  await chat.card('PUNKT 1 AF 6', 'At styregruppen godkender dagsordenen', 'Ikke besvaret endnu');
  await chat.pressAndSee('PUNKT 1 AF 6', 'Godkend', 'Godkendt');

  // Next, decide
  await chat.press('PUNKT 1 AF 6', 'Næste punkt');
  await chat.card('PUNKT 1 AF 6', 'Behandlet');
  await chat.press('PUNKT 2 AF 6', 'Beslutning');
  // The point that needs a decision is chosen already; the others are answered by their own verb.
  await chat.card('Beslutning til punkt 2');
  await chat.fill('Beslutning til punkt 2', 'Line Skovbo samler budgettet inden uge 40.');
  await chat.pressAndSee('Beslutning til punkt 2', 'Gem beslutning', 'Besluttet, se 2.1');
  await chat.card(
    'PUNKT 2 AF 6',
    '2.1',
    'Line Skovbo samler budgettet inden uge 40.',
    'Tovholder: Line Skovbo',
  );
  await chat.pressAndSee('PUNKT 2 AF 6', 'Som indstillet', 'Drøftet');

  // Note
  await chat.press('PUNKT 2 AF 6', 'Notér');
  await chat.fill('Note til punkt 2', 'Bemandingen om natten tages op igen.');
  await chat.press('Note til punkt 2', 'Gem note');
  await chat.card('PUNKT 2 AF 6', 'Noten er gemt under punkt 2.');

  // Typed lines
  await chat.mention('status');
  await chat.says('Punkt 2 af 6: Fælles akutteam for borgere i eget hjem');
  await chat.mention('næste');
  await chat.card('PUNKT 3 AF 6', 'v. Peter Ladegaard');

  // Go to
  await chat.press('PUNKT 3 AF 6', 'Mere …');
  await chat.press('Mere om punkt 3', 'Gå til …');
  await chat.choose('Gå til …', '5 – Hjemmemonitorering af borgere med KOL');
  await chat.press('Gå til punktet', 'Gå til punktet');

  // Undo
  await chat.pressAndSee('PUNKT 5 AF 6', 'Som indstillet', 'Taget til efterretning');
  await chat.press('PUNKT 5 AF 6', 'Mere …');
  await chat.press('Mere om punkt 5', 'Fortryd');
  await chat.pressAndSee('Vælg, hvad der skal tages tilbage', 'Fortryd', 'Ikke besvaret endnu');
  await chat.card('PUNKT 5 AF 6', 'Ikke besvaret endnu');

  // Postpone
  await chat.press('PUNKT 5 AF 6', 'Mere …');
  await chat.press('Mere om punkt 5', 'Udsæt');
  await chat.fill('Udsæt punkt 5', 'næste møde');
  await chat.pressAndSee('Udsæt punkt 5', 'Udsæt', 'Punktet er udsat til næste møde');

  // End
  await chat.press('PUNKT 5 AF 6', 'Mere …');
  await chat.press('Mere om punkt 5', 'Afslut mødet');
  await chat.card('Mødet er afsluttet', 'Line Skovbo samler budgettet', 'Engholm Kommune', 'Punkt 5: Hjemme');
  expect(await chat.text()).not.toMatch(/demens|de to indstillede|fortrolige notat/u);

  // Draft
  await chat.chat('Personal Chat');
  await chat.card('Mangler svar: 2');
  await chat.write('referat');
  await chat.card('Side 1 af', 'Styregruppen godkendte dagsordenen.');
  await chat.press('Side 1 af', 'Næste side');
  await chat.card(
    'Side 2 af',
    'Line Skovbo samler budgettet inden uge 40.',
    'Bemandingen om natten tages op igen.',
  );

  // As files
  await chat.write('hent referat');
  await chat.press('Vælg format.', 'Word, offentlig');
  const word = await chat.download('Filen er klar', 'Hent filen');
  expect(word.name).toMatch(/^2\d{3}-\d\d-\d\d Referatudkast .+ \(offentlig udgave\)\.docx$/u);
  expect(word.bytes.subarray(0, 2).toString()).toBe('PK');

  // Approval
  await chat.press('Mangler svar: 2', 'Godkend referat');
  await chat.card('Godkend referatet?', '2 indstillingspunkter er ikke besvaret');
  await chat.press('Godkend referatet?', 'Godkend nu');
  await chat.card('Referatet er godkendt', 'af Ellen Brandt');
}
