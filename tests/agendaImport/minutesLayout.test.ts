import { describe, expect, it } from '@jest/globals';
import { parseAgenda } from '../../src/agendaImport/parseAgenda.ts';
import type { Line, LineEvidence } from '../../src/agendaImport/source.ts';

const line = (text: string, evidence: LineEvidence = {}): Line => ({
  text,
  anchor: { line: 1 },
  pageStart: false,
  evidence: { paragraph: true, ...evidence },
});
const item = (text: string) => line(text, { heading: 2, bold: true, size: 1.2 });
const label = (text: string) => line(text, { heading: 3, bold: true });
const small = (text: string) => line(text, { size: 0.91, indent: 16 });

const minutes = (decisions: readonly string[], number = '1'): Line[] => [
  line('Møde i Havnerådet', { heading: 1, bold: true, size: 1.8 }),
  line('Dato: 4. maj 2024'),
  item('Deltagere'),
  ...['Havneby Kommune', 'Region Vesterhav', 'Fiskernes forening'].flatMap((organisation, at) => [
    label(organisation),
    line(`• ${['Anna Holm', 'Bo Krag', 'Carl Friis'][at]}, konsulent`),
  ]),
  item(`${number}. Ny kran`),
  label('Indstilling'),
  line('• At rådet køber kranen'),
  small('Godkendt'),
  line('• At rådet sælger den gamle'),
  small('Besluttet, se 1.1'),
  label('Beslutning'),
  ...decisions.map((text) => line(text)),
  item('2. Eventuelt'),
];
const read = (lines: readonly Line[]) => parseAgenda(lines);

describe('minutes that were set from an agenda', () => {
  it('have the sides of the table in their head, not as items', () => {
    const agenda = read(minutes(['• Kranen købes.']));
    expect(agenda?.items.map(({ title }) => title)).toEqual(['Ny kran', 'Eventuelt']);
    expect(agenda?.participants.map(({ name, organisation }) => [name, organisation])).toEqual([
      ['Anna Holm', 'Havneby Kommune'],
      ['Bo Krag', 'Region Vesterhav'],
      ['Carl Friis', 'Fiskernes forening'],
    ]);
  });

  it('may say in small print under each point what became of it', () => {
    expect(read(minutes(['• Kranen købes.']))?.items[0]?.recommendations).toEqual([
      'At rådet køber kranen',
      'At rådet sælger den gamle',
    ]);
  });

  it('may number the decisions of an item', () => {
    const texts = (lines: readonly Line[]) => read(lines)?.items[0]?.decisions.map(({ text }) => text);
    expect(texts(minutes(['• 1.1 Kranen købes.', '• 1.2 Havnekontoret sender brevet.']))).toEqual([
      'Kranen købes.',
      'Havnekontoret sender brevet.',
    ]);
    expect(texts(minutes(['• 1.2 mio. kr. gives til kranen.']))).toEqual(['1.2 mio. kr. gives til kranen.']);
    expect(texts(minutes(['• Kranen købes.', '• 1.1 gælder fortsat.']))).toEqual([
      'Kranen købes.',
      '1.1 gælder fortsat.',
    ]);
  });

  it('may have a title over two lines, and somebody away who is of one side of the table', () => {
    const [title, ...rest] = minutes(['• Kranen købes.']);
    const away = [item('Afbud'), line('• Dorte Lind, Region Vesterhav')];
    const at = rest.findIndex(({ text }) => text.startsWith('1. '));
    const agenda = read([
      ...(title ? [{ ...title, text: 'Referat af møde i Rådet for havnens' }] : []),
      line('ældre kraner', { heading: 1, bold: true, size: 1.8, paragraph: false, wraps: true }),
      ...rest.slice(0, at),
      ...away,
      ...rest.slice(at),
    ]);
    expect(agenda?.title).toBe('Referat af møde i Rådet for havnens ældre kraner');
    expect(agenda?.participants.filter(({ apologies }) => apologies)).toMatchObject([
      { name: 'Dorte Lind', organisation: 'Region Vesterhav' },
    ]);
  });

  it('may name who presents behind a title that sounds like it', () => {
    const lines = minutes(['• Kranen købes.'], '1').map((one) =>
      one.text === '1. Ny kran'
        ? { ...one, text: '1. Gensidig orientering ved udskrivning (20 min.) v. Anna Holm, Bo Krag' }
        : one,
    );
    expect(read(lines)?.items[0]).toMatchObject({
      title: 'Gensidig orientering ved udskrivning',
      presenters: ['Anna Holm', 'Bo Krag'],
      durationMinutes: 20,
    });
  });
});
