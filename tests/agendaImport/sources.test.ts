import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ImportedAgenda, usualLayout } from '../../src/agendaImport/contract.ts';
import { importAgenda, maxSourceBytes } from '../../src/agendaImport/importAgenda.ts';
import { builtInLayouts } from '../../src/wording/builtInLayouts.ts';
import { fixturesFolder, imported } from './scorer.ts';

const text = readFileSync(join(fixturesFolder, 'klynge-nordby.txt'), 'utf8');
const utf8 = (value: string) => new TextEncoder().encode(value);
const fromUtf8 = async () => imported(join(fixturesFolder, 'klynge-nordby.txt'));

/** Without the hash of the file, which differs where the bytes do. */
const anyFile = (agenda: ImportedAgenda): unknown =>
  JSON.parse(JSON.stringify(agenda, (key, value) => (key === 'source' ? undefined : value)));

async function agendaOf(bytes: Uint8Array, name = 'dagsorden.txt') {
  const result = await importAgenda(bytes, name);
  if (!result.ok) throw new Error(result.code);
  return result.agenda;
}
const utf16 = (value: string, little: boolean) => {
  const bytes = Buffer.from(value, 'utf16le');
  return little ? bytes : Buffer.from(bytes).swap16();
};

describe('text in any usual encoding', () => {
  const encodings: [string, Uint8Array][] = [
    ['UTF-8 with a byte order mark', utf8(`\ufeff${text}`)],
    ['UTF-16 little endian with mark', utf16(`\ufeff${text}`, true)],
    ['UTF-16 big endian with mark', utf16(`\ufeff${text}`, false)],
    ['UTF-16 without mark', utf16(text, true)],
    ['CRLF line ends', utf8(text.replaceAll('\n', '\r\n'))],
  ];
  for (const [name, bytes] of encodings) {
    it(`${name} reads as the same agenda`, async () => {
      expect(anyFile(await agendaOf(bytes))).toEqual(anyFile(await fromUtf8()));
    });
  }

  it('Windows-1252 and Latin-1 keep æ, ø, å and the en dash', async () => {
    const latin = Buffer.from(
      '1. Møde på Ærø  kl. 9.00-9.10\nIndstilling\n• At rådet drøfter sagen\n',
      'latin1',
    );
    const windows = Buffer.from(latin);
    windows[windows.indexOf('-'.charCodeAt(0))] = 0x96;
    for (const bytes of [latin, windows]) {
      const [item] = (await agendaOf(bytes)).items;
      expect(item).toMatchObject({ title: 'Møde på Ærø', start: '09:00', end: '09:10' });
    }
  });

  it('the file’s hash comes with the agenda', async () => {
    const result = await importAgenda(utf8(text), 'klynge-nordby.txt');
    expect(result).toMatchObject({
      ok: true,
      format: 'text',
      sha256: createHash('sha256').update(utf8(text)).digest('hex'),
    });
  });
});

describe('what day it is', () => {
  const agenda = 'Styregruppen\nDato: 3. maj 2024 kl. 9-10\nDagsorden\n1. Velkomst\n2. Evt.\n';
  const codes = async (source: string, today?: string) => {
    const result = await importAgenda(utf8(source), 'a.txt', today === undefined ? {} : { today });
    return result.ok ? result.agenda.warnings.map((warning) => warning.code) : [result.code];
  };

  it('lets a date that has passed be told, in a short text and in one that a thread reads', async () => {
    const long = `${agenda}${'\n'.repeat(70_000)}`;
    for (const source of [agenda, long]) {
      expect(await codes(source, '2024-05-04')).toContain('dateInPast');
      expect(await codes(source, '2024-05-03')).not.toContain('dateInPast');
    }
  });

  it('is asked of nobody: without it no date has passed', async () => {
    expect(await codes(agenda)).not.toContain('dateInPast');
  });
});

describe('the contract’s JSON as a source', () => {
  it('comes back as it went in', async () => {
    const agenda = await fromUtf8();
    expect(await agendaOf(utf8(JSON.stringify(agenda)), 'dagsorden.json')).toEqual(agenda);
  });

  it('may leave out the layout and carry more keys', async () => {
    const { layout: _left, ...rest } = await fromUtf8();
    const agenda = await agendaOf(utf8(JSON.stringify({ ...rest, kilde: 'esdh' })), 'dagsorden.json');
    expect(agenda.layout).toEqual(usualLayout);
    expect(ImportedAgenda.safeParse(agenda).success).toBe(true);
  });

  it('may name one of the built-in layouts, and no other', async () => {
    const agenda = await fromUtf8();
    const named = (layout: string) => utf8(JSON.stringify({ ...agenda, layout }));
    expect((await agendaOf(named('caseFirst'), 'dagsorden.json')).layout).toEqual(builtInLayouts.caseFirst);
    expect(await importAgenda(named('ukendt'), 'dagsorden.json')).toMatchObject({
      ok: false,
      message: expect.stringContaining('layout'),
    });
  });

  it('is refused with the path of what does not fit', async () => {
    const agenda = await fromUtf8();
    const wrong = { ...agenda, items: [{ ...agenda.items[0], start: '25:99' }] };
    expect(await importAgenda(utf8(JSON.stringify(wrong)), 'x.json')).toMatchObject({
      ok: false,
      code: 'jsonNotAnAgenda',
      message: expect.stringContaining('items.0.start'),
    });
    expect(await importAgenda(utf8('{"items": ['), 'x.json')).toMatchObject({ code: 'jsonMalformed' });
  });
});

describe('what cannot be read is refused with a sentence', () => {
  const refusals: [string, string, Uint8Array, string][] = [
    ['an empty file', 'empty', utf8(''), 'a.txt'],
    ['a file of blanks', 'empty', utf8(' \n \n'), 'a.txt'],
    ['more than 2 MB', 'tooLarge', new Uint8Array(maxSourceBytes + 1), 'a.txt'],
    ['PDF', 'damaged', utf8('%PDF-1.7'), 'a.txt'],
    ['Word', 'damaged', Buffer.from('504b0304140006', 'hex'), 'a.docx'],
    ['HTML', 'empty', utf8('<!DOCTYPE html><html></html>'), 'a'],
    ['bytes that are no text', 'notText', Buffer.from('0102030405060708'.repeat(50), 'hex'), 'a.txt'],
    ['text without items', 'noAgendaFound', utf8('Kære alle\nTak for sidst.'), 'a.txt'],
  ];
  for (const [name, code, bytes, file] of refusals) {
    it(name, async () => {
      const result = await importAgenda(bytes, file);
      expect(result).toMatchObject({ ok: false, code });
      expect(result.ok ? '' : result.message).toMatch(/^\p{Lu}.*\.$/u);
    });
  }
});

describe('numbers like a CPR number', () => {
  it('are warned about in text and JSON without being repeated', async () => {
    const agenda = await agendaOf(utf8('1. Personsag\nBorger 010203-4567 klager.\n2. Andet\nIntet.\n'));
    expect(agenda.warnings[0]).toMatchObject({ code: 'cprLike', itemNumber: '1' });
    expect(agenda.warnings[0]?.message).not.toMatch(/\d{4}/);
    const { warnings: _told, ...rest } = agenda;
    const again = await agendaOf(utf8(JSON.stringify({ ...rest, warnings: [] })), 'a.json');
    expect(again.warnings.map((warning) => warning.code)).toContain('cprLike');
  });
});

describe('a closed item', () => {
  it('is named in warnings by its number alone', async () => {
    const agenda = await agendaOf(
      utf8(
        'Deltagere: Anna Holm, Bo Krag\nAfbud: Bo Krag\n1. Velkomst\nIndstilling\n• At rådet drøfter\n' +
          '2. Opsigelse af lejemål (lukket) v/ Bo Krag\nBilag\n3. Eventuelt\n',
      ),
    );
    expect(agenda.items.map((item) => item.closed)).toEqual([false, true, false]);
    const told = agenda.warnings.filter((warning) => warning.itemNumber === '2');
    expect(told.map((warning) => warning.code)).toEqual(
      expect.arrayContaining(['presenterSentApologies', 'emptySection']),
    );
    expect(JSON.stringify(agenda.warnings)).not.toMatch(/Opsigelse|Krag|Bilag"/);
  });
});
