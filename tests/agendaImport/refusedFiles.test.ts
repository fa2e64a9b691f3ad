import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { constants, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { importAgenda, maxDocumentBytes } from '../../src/agendaImport/importAgenda.ts';
import { readSource } from '../../src/agendaImport/readSource.ts';
import type { Refusal } from '../../src/agendaImport/source.ts';
import * as problems from '../../src/wording/sourceProblems.ts';
import { lines, pdfFile, pdfOf } from './pdfFile.ts';
import { documentXml, paragraph, wordPackage } from './wordPackage.ts';

const file = (name: string): Uint8Array =>
  readFileSync(fileURLToPath(new URL(`../fixtures/documents/refused/${name}`, import.meta.url)));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const word = (body: string): Uint8Array => wordPackage({ body });
const zip = (...names: string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));
/** A file of old Office programs, with the names of its streams. */
const compound = (...names: string[]): Uint8Array =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    ...names.map((name) => Buffer.from(name, 'utf16le')),
  ]);
const { otherFormat } = problems;
const good = word(paragraph('1. Velkomst'));
const endless = pdfOf([
  '<</Type/Catalog/Pages 2 0 R>>',
  `<</Type/Pages/Kids[${'3 0 R '.repeat(700)}]/Count 700>>`,
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
]);

const refusals: [string, Refusal['code'], problems.Sentence, Uint8Array, string][] = [
  ['a scanned PDF', 'scanned', problems.scannedPdf, pdfFile([[], []]), 'a.pdf'],
  ['a PDF with a password', 'protected', problems.protectedPdf, file('locked.pdf'), 'a.pdf'],
  ['a PDF without end', 'tooManyPages', problems.tooManyPages(600), endless, 'a.pdf'],
  ['half a PDF', 'damaged', problems.damagedPdf, utf8('%PDF-1.7\n1 0 obj'), 'a.pdf'],
  ['something called a PDF', 'damaged', problems.damagedPdf, Buffer.alloc(600, 3), 'a.pdf'],
  [
    'an encrypted Word document',
    'protected',
    problems.protectedWord,
    compound('EncryptionInfo', 'EncryptedPackage'),
    'a.docx',
  ],
  ['an old Word document', 'oldWord', problems.oldWord, file('old.doc'), 'a.doc'],
  ['an old Word document under a new name', 'oldWord', problems.oldWord, file('old.doc'), 'a.docx'],
  [
    'a Word document with macros',
    'macros',
    problems.wordWithMacros,
    wordPackage({ body: '', extra: { 'word/vbaProject.bin': 'x' } }),
    'a.docm',
  ],
  ['half a Word document', 'damaged', problems.damagedWord, good.subarray(0, good.length / 2), 'a.docx'],
  [
    'a Word document without a text',
    'damaged',
    problems.damagedWord,
    zip('[Content_Types].xml', 'word/styles.xml'),
    'a.docx',
  ],
  ['XML that is none', 'damaged', problems.damagedWord, word('<w:p><w:r>'), 'a.docx'],
  [
    'XML with entities of its own',
    'damaged',
    problems.damagedWord,
    wordPackage({
      body: '',
      extra: { 'word/document.xml': `<!DOCTYPE x [<!ENTITY a "b">]>${documentXml('<w:p/>')}` },
    }),
    'a.docx',
  ],
  ['a zip bomb', 'swollen', problems.swollenFile, word('<w:p/>'.repeat(200_000)), 'a.docx'],
  [
    'a Word document nested without end',
    'swollen',
    problems.swollenFile,
    word('<w:ins>'.repeat(3_000) + '</w:ins>'.repeat(3_000)),
    'a.docx',
  ],
  ['OpenDocument', 'otherFormat', otherFormat.openDocument, file('open.odt'), 'a.odt'],
  ['OpenDocument called .docx', 'otherFormat', otherFormat.openDocument, file('open.odt'), 'a.docx'],
  ['RTF', 'otherFormat', otherFormat.richText, file('rich.rtf'), 'a.doc'],
  ['Pages', 'otherFormat', otherFormat.pages, zip('Index/Document.iwa', 'preview.jpg'), 'a.pages'],
  ['Excel', 'otherFormat', otherFormat.spreadsheet, zip('[Content_Types].xml', 'xl/workbook.xml'), 'a.xlsx'],
  ['old Excel', 'otherFormat', otherFormat.spreadsheet, compound('Workbook'), 'a.xls'],
  [
    'PowerPoint',
    'otherFormat',
    otherFormat.slides,
    zip('[Content_Types].xml', 'ppt/presentation.xml'),
    'a.pptx',
  ],
  ['old PowerPoint', 'otherFormat', otherFormat.slides, compound('PowerPoint Document'), 'a.ppt'],
  ['an archive', 'otherFormat', otherFormat.archive, zip('dagsorden.txt'), 'a.zip'],
  ['a picture', 'otherFormat', otherFormat.picture, Buffer.from('89504e470d0a1a0a0000', 'hex'), 'a.png'],
  [
    'a photograph',
    'otherFormat',
    otherFormat.picture,
    Buffer.from('ffd8ffe000104a46', 'hex'),
    'dagsorden.pdf',
  ],
  [
    'an e-mail',
    'otherFormat',
    otherFormat.mail,
    utf8(
      'From: a@b.example\r\nTo: c@d.example\r\nSubject: Dagsorden\r\nMIME-Version: 1.0\r\n\r\n1. Velkomst',
    ),
    'a.eml',
  ],
  ['an e-mail of Outlook', 'otherFormat', otherFormat.mail, compound('__properties_version1.0'), 'a.msg'],
  [
    'a web archive',
    'otherFormat',
    otherFormat.webArchive,
    utf8(
      'From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"\r\n\r\nx',
    ),
    'a.mht',
  ],
  ['more than 20 MB', 'tooLarge', problems.documentTooLarge, new Uint8Array(maxDocumentBytes + 1), 'a.pdf'],
];

describe('a file that cannot be read says so in its own words', () => {
  for (const [name, code, sentence, bytes, fileName] of refusals) {
    it(name, async () => {
      expect(await readSource(bytes, fileName)).toEqual({
        ok: false,
        code,
        message: sentence.da,
        english: sentence.en,
      });
    });
  }

  it('in Danish and English, with a full stop and what to do', () => {
    const all = [
      problems.tooManyPages(600),
      ...Object.values(problems).flatMap((one) =>
        typeof one === 'function' ? [] : 'da' in one ? [one] : Object.values(one),
      ),
    ];
    expect(all.length).toBeGreaterThan(20);
    for (const { da, en } of all) {
      expect(da).toMatch(/^\p{Lu}.*\. .*\.$|: .*\. .*\.$|^\p{Lu}.*\.$/u);
      expect(en).toMatch(/^\p{Lu}.*\.$/u);
      expect(da).toMatch(/[Ss]end|[Vv]ælg|[Hh]ent|[Gg]em|[Kk]opiér|[Bb]ed om|[Åå]bn/u);
    }
  });
});

describe('a name says nothing where the content speaks', () => {
  const pdf = pdfFile([lines(['1. Velkomst ved formanden', '2. Budget for næste år', '3. Eventuelt'])]);
  const cases: [string, Uint8Array, string][] = [
    ['dagsorden.docx', pdf, 'pdf'],
    ['dagsorden.pdf', good, 'docx'],
    ['dagsorden.docx', utf8('1. Velkomst\n2. Budget\n'), 'text'],
    ['dagsorden.txt', utf8('<!doctype html><html><body><p>1. Velkomst</p></body></html>'), 'html'],
    ['dagsorden', good, 'docx'],
    ['dagsorden.txt', Buffer.concat([Buffer.from('\r\n\r\n'), pdf]), 'pdf'],
  ];
  for (const [name, bytes, format] of cases) {
    it(`${format} called ${name}`, async () => {
      expect(await readSource(bytes, name)).toMatchObject({ ok: true, format });
    });
  }
});

describe('reading in a thread of its own', () => {
  it('gives what reading at once gives, for every kind of file', async () => {
    const folder = fileURLToPath(new URL('../fixtures/documents/', import.meta.url));
    for (const name of [
      'klynge-soendervang.docx',
      'klynge-soendervang.tagged.pdf',
      'skolebestyrelse-birkelund.html',
    ]) {
      const bytes = readFileSync(folder + name);
      expect(await importAgenda(bytes, name, { milliseconds: 60_000 })).toEqual(
        await readSource(bytes, name),
      );
    }
  });

  it('ends when its time is up, and the next file is read', async () => {
    const many = Array.from({ length: 300 }, () =>
      lines(['1. Velkomst ved formanden for udvalget', 'Tekst'.repeat(20)]),
    );
    expect(await importAgenda(pdfFile(many), 'a.pdf', { milliseconds: 1 })).toMatchObject({
      code: 'tooSlow',
      message: problems.tooSlow.da,
    });
    expect(await importAgenda(good, 'a.docx', { milliseconds: 60_000 })).toMatchObject({ ok: true });
  });

  it('does not hold up the taps of a meeting', async () => {
    let turns = 0;
    const count = setInterval(() => turns++, 1);
    const many = Array.from({ length: 60 }, () =>
      lines(['1. Velkomst ved formanden for udvalget', 'Tekst'.repeat(20)]),
    );
    await importAgenda(pdfFile(many), 'a.pdf', { milliseconds: 60_000 });
    clearInterval(count);
    expect(turns).toBeGreaterThan(20);
  });

  it('refuses what unpacks to more than the memory set aside for it', async () => {
    // blocks that stand for themselves can be strung together: 16 MB of blanks, fifty times
    const block = deflateRawSync(Buffer.alloc(16 * 1024 * 1024, 32), { finishFlush: constants.Z_FULL_FLUSH });
    const packed = Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array.from({ length: 50 }, () => block)]);
    const stream = `<</Length ${packed.length}/Filter/FlateDecode>>\nstream\n${packed.toString('latin1')}\nendstream`;
    const bomb = pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
      stream,
    ]);
    expect(await importAgenda(bomb, 'a.pdf', { milliseconds: 60_000 })).toMatchObject({
      ok: false,
      code: 'tooSlow',
    });
  });
});
