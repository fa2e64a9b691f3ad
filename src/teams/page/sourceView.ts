import { z } from 'zod';
import type { Line, SourceFormat } from '../../agendaImport/source.ts';
import type { Agenda } from '../../meeting/agenda.ts';
import type { Meeting } from '../../meeting/state.ts';
import type { Documents } from '../../service/documents.ts';
import type { PageSource, PageSourceLine } from '../../views/page/pageAnswers.ts';

const Stored = z.object({
  name: z.string(),
  format: z.enum(['text', 'docx', 'pdf', 'html']),
  base64: z.base64(),
});

type Format = Exclude<SourceFormat, 'json'>;

/** Documents whose lines are remembered: one that is looked at is looked at again. */
const REMEMBERED = 8;
const remembered = new Map<string, Promise<readonly Line[]>>();

/** The document that the agenda in use, or a proposed one, came as; null where it came without lines, or is gone. */
export async function pageSource(
  documents: Documents,
  meeting: Meeting,
  proposalId: string | null,
): Promise<PageSource | null> {
  const { proposal } = meeting;
  const waiting = proposalId === null ? (meeting.edition === 0 ? proposal : null) : proposal;
  if (proposalId !== null && waiting?.id !== proposalId) return null;
  const agenda = waiting?.agenda ?? meeting.agenda;
  const sha256 = agenda.items.find((item) => item.anchors?.source)?.anchors?.source;
  if (!sha256) return null;
  const address = { collection: 'sources', partition: meeting.meetingId, id: `source:${sha256}` } as const;
  const stored = Stored.safeParse((await documents.read(address))?.value).data;
  if (!stored) return null;
  const lines = await linesOf(sha256, Buffer.from(stored.base64, 'base64'), stored.format);
  return {
    name: stored.name,
    format: stored.format,
    proposalId: waiting?.id ?? null,
    lines: placed(lines, agenda, sha256),
    items: agenda.items.map((item) => ({
      itemId: item.id,
      kind: item.kind,
      number: item.number,
      title: item.title,
      start: item.start,
      end: item.end,
      durationMinutes: item.durationMinutes,
      presenters: item.presenters,
      closed: item.closed,
      points: item.points.length,
    })),
  };
}

async function linesOf(sha256: string, bytes: Uint8Array, format: Format): Promise<readonly Line[]> {
  const known = remembered.get(sha256);
  if (known) return known;
  // It was read before within the importer's limits.
  const reading = import('../../agendaImport/readSource.ts').then(({ readLines }) =>
    readLines(bytes, format),
  );
  remembered.set(sha256, reading);
  reading.catch(() => remembered.delete(sha256));
  const [oldest] = remembered.keys();
  if (oldest !== undefined && remembered.size > REMEMBERED) remembered.delete(oldest);
  return reading;
}

type Part = PageSourceLine['part'];

/** Each line with the item and the part to which the importer found that it belongs. */
function placed(lines: readonly Line[], agenda: Agenda, sha256: string): PageSourceLine[] {
  const places = new Map<number, { itemId: string; part: Part }>();
  for (const { id: itemId, anchors } of agenda.items) {
    if (!anchors || anchors.source !== sha256) continue;
    const mark = (from: number, to: number, part: Part) => {
      for (let line = from; line <= to; line += 1) places.set(line, { itemId, part });
    };
    mark(anchors.heading.from.line, anchors.end.line, null);
    mark(anchors.heading.from.line, anchors.heading.to.line, 'heading');
    for (const { kind, labelAt, lines: span } of anchors.sections) {
      if (labelAt) mark(labelAt.line, labelAt.line, kind);
      if (span) mark(span.from.line, span.to.line, kind);
    }
  }
  return lines.map(({ text, anchor, pageStart, evidence }, index) => {
    const before = lines[index - 1]?.anchor.page;
    const newPage = anchor.page !== undefined && anchor.page !== before;
    const place = places.get(anchor.line);
    return {
      line: anchor.line,
      text,
      itemId: place?.itemId ?? null,
      part: place?.part ?? null,
      heading: evidence?.heading ?? null,
      bold: evidence?.bold ?? false,
      bullet: evidence?.list?.label ?? null,
      page: newPage ? (anchor.page ?? null) : pageStart ? pagesBefore(lines, index) + 1 : null,
      cell: evidence?.cell ?? null,
    };
  });
}

/** Pages that a text's form feeds have begun above a line, the first one included. */
const pagesBefore = (lines: readonly Line[], index: number): number =>
  1 + lines.slice(0, index).filter(({ pageStart }) => pageStart).length;
