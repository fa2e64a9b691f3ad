import { describe, expect, it } from '@jest/globals';
import { writeDocx } from '../../../src/minutesExport/docx/writeDocx.ts';
import { sourceUnused } from '../../../src/wording/docxTexts.ts';
import { paragraph as p, wordPackage } from '../../agendaImport/wordPackage.ts';
import { AGENDA, SECRETS } from '../../support/closedAgenda.ts';
import { type HeldAgenda, heldAgenda } from './heldAgenda.ts';
import { partsOf } from './wordFile.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
/** The agenda with closed items as Word, with secrets in a comment, in a header and in what was deleted. */
const source = wordPackage({
  body:
    AGENDA.split('\n')
      .map((line) => p(escaped(line)))
      .join('') +
    `<w:p><w:del w:id="1" w:author="x"><w:r><w:delText>${SECRETS[0]}</w:delText></w:r></w:del></w:p>`,
  extra: { 'word/comments.xml': `<x>${SECRETS[1]}</x>`, 'docProps/core.xml': `<x>${SECRETS[2]}</x>` },
});
const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? []);

async function held(): Promise<HeldAgenda> {
  const first = await heldAgenda(source);
  const closed = first.agenda.items.flatMap((item, at) => (item.closed ? [at] : []));
  expect(closed.length).toBeGreaterThan(0);
  const secret = { note: `Om ${SECRETS[6]}.`, decisions: [`${SECRETS[7]} vedtages af Wanda Wolframsen.`] };
  return heldAgenda(source, Object.fromEntries(closed.map((at) => [at, secret])));
}

/** Words that stand in closed items and nowhere else. */
function onlyClosed({ agenda, imported }: HeldAgenda): string[] {
  const texts = (closed: boolean) =>
    words(
      JSON.stringify(imported.items.filter((one) => one.closed === closed)) +
        (closed ? SECRETS.join(' ') : ''),
    );
  const head = words(JSON.stringify({ ...agenda, items: [], attachments: [] }));
  const open = texts(false);
  const people = words(JSON.stringify(imported.participants));
  const own = words('Lukket punkt decisions recommendation true false null item closed stated');
  return [...texts(true)].filter((word) => ![open, head, people, own].some((set) => set.has(word)));
}

describe('the public edition as Word', () => {
  it('holds no word that stands only in closed items, in any of its parts', async () => {
    const meeting = await held();
    const secrets = onlyClosed(meeting);
    expect(secrets.length).toBeGreaterThan(10);
    const { bytes, layout, reason } = await writeDocx(meeting.document({ edition: 'public' }), {
      source: meeting,
    });
    expect({ layout, reason }).toEqual({ layout: 'builtIn', reason: sourceUnused.da.closedItems });
    const whole = Object.entries(partsOf(bytes))
      // what a paragraph says may be spread over runs
      .map(([name, xml]) => `${name} ${xml} ${xml.replace(/<[^>]*>/gu, '')}`)
      .join('\n')
      .toLowerCase();
    const told = words(whole);
    expect(secrets.filter((word) => told.has(word))).toEqual([]);
    for (const secret of SECRETS) expect(whole).not.toContain(secret.toLowerCase());
    expect(whole).toContain('lukket punkt');
  });

  it('is found out by that test: the full edition holds them', async () => {
    const meeting = await held();
    const { bytes, layout } = await writeDocx(meeting.document(), { source: meeting });
    expect(layout).toBe('source');
    const whole = Object.values(partsOf(bytes)).join('\n').toLowerCase();
    expect(onlyClosed(meeting).filter((word) => whole.includes(word)).length).toBeGreaterThan(10);
  });
});

describe('a source that cannot be written into', () => {
  const plain = () =>
    wordPackage({ body: ['Dagsorden', '1. Kajen', 'Beslutning', '2. Molen'].map((t) => p(t)).join('') });
  const reasonFor = async (change: (meeting: HeldAgenda) => Parameters<typeof writeDocx>[1]) => {
    const meeting = await heldAgenda(plain());
    const { layout, reason } = await writeDocx(meeting.document(), change(meeting));
    expect(layout).toBe('builtIn');
    return reason;
  };

  it('is another file than the one that was read', async () => {
    const other = wordPackage({ body: p('Noget andet') });
    expect(await reasonFor(({ agenda }) => ({ source: { bytes: other, agenda } }))).toBe(
      sourceUnused.da.otherFile,
    );
    expect(await reasonFor(({ agenda }) => ({ source: { bytes: Buffer.of(1), agenda } }))).toBe(
      sourceUnused.da.otherFile,
    );
  });

  it('lacks most of the items, or all places in it are lost', async () => {
    const changed = ({ bytes, agenda }: HeldAgenda, source: string | null, count: number) => {
      const items = agenda.items.map(({ anchors, ...item }, at) =>
        at >= count
          ? { ...item, ...(anchors ? { anchors } : {}) }
          : { ...item, ...(anchors && source ? { anchors: { ...anchors, source } } : {}) },
      );
      return { source: { bytes, agenda: { ...agenda, items } } };
    };
    expect(await reasonFor((meeting) => changed(meeting, null, 2))).toBe(sourceUnused.da.noPlaces);
    expect(await reasonFor((meeting) => changed(meeting, 'anden', 2))).toBe(sourceUnused.da.otherFile);
    expect(await reasonFor((meeting) => changed(meeting, 'anden', 1))).toBe(sourceUnused.da.otherEdition);
  });

  it('has two items in one paragraph', async () => {
    const [first, second] = ['1. Kajen', '2. Molen'];
    const line = `<w:p><w:r><w:t>${first}</w:t><w:br/><w:t>${second}</w:t><w:br/><w:t>3. Broen</w:t></w:r></w:p>`;
    const meeting = await heldAgenda(wordPackage({ body: p('Dagsorden') + line }));
    const { reason } = await writeDocx(meeting.document(), { source: meeting });
    expect(reason).toBe(sourceUnused.da.sharedParagraph);
  });

  it('is told of in English in an English meeting', async () => {
    const meeting = await heldAgenda(plain());
    const other = { bytes: Buffer.of(1), agenda: meeting.agenda };
    const { reason } = await writeDocx(meeting.document({ language: 'en' }), { source: other });
    expect(reason).toBe(sourceUnused.en.otherFile);
  });
});
