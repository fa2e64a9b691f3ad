import { describe, expect, it } from '@jest/globals';
import { exportMinutes, FORMATS } from '../../src/minutesExport/exportMinutes.ts';
import { minutesOf } from '../../src/views/draftOf.ts';
import { meetingPack } from '../../src/views/meetingPack.ts';
import { adjourned, agenda, answer, chair, item, note, record, running } from '../support/meetingBuilder.ts';

const closed = item(4, { title: 'Personsag om Fjeldgren', closed: true });
const open = agenda().items;
const held = (forum: string | null = 'Styregruppen for Havnen', title: string | null = null) =>
  minutesOf(
    running(agenda({ forum, title, items: [...open.slice(0, 3), closed, ...open.slice(4)] }))
      .does(chair, record('item-2', 'd', { text: 'Havnen bygges.' }), answer('item-2', 'point-2-1', 'noted'))
      .does(chair, note('item-4', 'n', 'Hemmeligt om Fjeldgren'))
      .does(chair, { type: 'AdjournMeeting', fromItemId: 'item-1' }).meeting,
    {},
  );
const full = { kind: 'minutes', edition: 'full' } as const;
const name = async (minutes = held(), wish: Partial<Parameters<typeof exportMinutes>[1]> = {}) =>
  (await exportMinutes(minutes, { ...full, format: 'md', ...wish })).fileName;

describe('the file is named by date, kind and forum', () => {
  it('as case systems have it, the draft as a draft', async () => {
    expect(await name()).toBe('2031-03-06 Referatudkast Styregruppen for Havnen.md');
    expect(await name(held(null, 'Møde 7'), { format: 'docx' })).toBe('2031-03-06 Referatudkast Møde 7.docx');
  });

  it('says which edition, version and language it is', async () => {
    const wish = { edition: 'public', version: 12 } as const;
    expect(await name(held(), wish)).toBe(
      '2031-03-06 Referatudkast Styregruppen for Havnen (version 12, offentlig udgave).md',
    );
    expect(await name(held(), { kind: 'package', language: 'en' })).toMatch(/ Meeting pack /u);
    const approved = adjourned().does(chair, { type: 'ApproveMinutes', seenVersion: 1000 });
    expect(await name(minutesOf(approved.meeting, {}))).toBe(
      '2031-03-06 Referat Møde i Styregruppe Fjord.md',
    );
  });

  it.each([
    ['A/B\\C: "drøftelse"? <1>|*', '2031-03-06 Referatudkast A B C drøftelse 1.md'],
    ['..\u202eexe.\r\nSet-Cookie: x', '2031-03-06 Referatudkast .. exe. Set-Cookie x.md'],
    ['x'.repeat(300), /^2031-03-06 Referatudkast x{95}\.md$/u],
    ['🙂'.repeat(100), /^2031-03-06 Referatudkast (?:🙂)+\.md$/u],
    ['Slut. . .', '2031-03-06 Referatudkast Slut.md'],
  ])('without what a file system refuses: %s', async (forum, expected) => {
    expect(await name(held(forum))).toMatch(expected);
  });
});

describe('every format', () => {
  it.each(FORMATS)('is a file of its kind: %s', async (format) => {
    const { bytes, contentType, notes } = await exportMinutes(held(), { ...full, format });
    const begins = { docx: 'PK', pdf: '%PDF-', md: '# ', json: '{' }[format];
    expect(Buffer.from(bytes).toString('latin1').startsWith(begins)).toBe(true);
    expect(contentType).toMatch(/^(?:application|text)\//u);
    expect(notes).toEqual([]);
  });

  it('of the public edition tells nothing of a closed item as text, and has it in full otherwise', async () => {
    for (const format of ['md', 'json'] as const) {
      const text = async (edition: 'full' | 'public') =>
        Buffer.from((await exportMinutes(held(), { ...full, format, edition })).bytes).toString();
      expect(await text('public')).not.toMatch(/Fjeldgren/u);
      expect(await text('full')).toMatch(/Fjeldgren/u);
    }
  });
});

describe('the meeting pack', () => {
  const pack = (edition: 'full' | 'public' = 'full') => meetingPack(held(), { edition });

  it('has room to write where discussion and decision will stand, of every item but breaks', () => {
    const rooms = pack().items.map(({ kind, sections }) => [
      kind,
      sections.flatMap((section) => (/discussion|decisions/u.test(section.kind) ? [section.kind] : [])),
    ]);
    expect(rooms.slice(0, 3)).toEqual([
      ['item', ['discussion', 'decisions']],
      ['item', ['discussion', 'decisions']],
      ['break', []],
    ]);
    const decision = pack().items[0]?.sections.find(({ kind }) => kind === 'decisions');
    expect(decision?.blocks.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Beslutning: …+$/u),
      expect.stringMatching(/^Tovholder: …+$/u),
      expect.stringMatching(/^Frist: …+$/u),
    ]);
  });

  it('asks for a decision on each point where there are several', () => {
    const decision = pack().items[1]?.sections.find(({ kind }) => kind === 'decisions');
    expect(decision?.blocks.map(({ text }) => text.replace(/…+/u, ''))).toEqual([
      '1. Beslutning: ',
      '2. Beslutning: ',
      'Tovholder: ',
      'Frist: ',
    ]);
  });

  it('holds nothing of what was registered, and each point as it was asked', () => {
    const told = JSON.stringify(pack());
    expect(told).not.toMatch(/Havnen bygges|Hemmeligt|Ikke besvaret|efterretning \(|–"/u);
    expect(told).toContain('At Styregruppen drøfter tidsplanen');
    expect(pack().metadata.documentType).toBe('Dagsorden');
  });

  it('hides a closed item in the public edition', () => {
    expect(JSON.stringify(pack('public'))).not.toContain('Fjeldgren');
    const rooms = (edition: 'full' | 'public') => pack(edition).items[3]?.sections.length ?? 0;
    expect(rooms('full')).toBeGreaterThan(0);
    expect(rooms('public')).toBe(0);
  });
});
