import { isBreakTitle } from './breaks.ts';
import { closesMeeting } from './epilogue.ts';
import { joinWrapped } from './paragraphs.ts';
import type { Line } from './source.ts';

type Role =
  | 'item'
  | 'number'
  | 'time'
  | 'duration'
  | 'who'
  | 'purpose'
  | 'discussion'
  | 'decision'
  | 'deadline'
  | 'attachments'
  | 'recommendation'
  | 'description';

/** Column heads of agendas that are tables. */
const columnHeads: readonly (readonly [Role, RegExp])[] = [
  ['number', /^(?:nr|nummer|#|no|pkt|punkt nr|punktnr|p)\.?$/iu],
  [
    'item',
    /^(?:(?:dagsordens?)?punkt(?:er)?|emner?|sag(?:er)?|tema(?:er)?|titel|overskrift|dagsorden|hvad|topic|(?:agenda )?items?|agenda)$/iu,
  ],
  ['time', /^(?:tid|tidspunkt|kl\.?|klokken|time|tidsplan|tidsramme)$/iu],
  ['duration', /^(?:varighed|min\.?|minutter|tidsforbrug|afsat tid|duration)$/iu],
  [
    'who',
    /^(?:ansvarlige?|oplægsholdere?|oplæg|ved|v\/|hvem|af|indleder|fremlægger|tovholdere?|responsible|owner|presenter|who|initialer)$/iu,
  ],
  [
    'purpose',
    /^(?:formål(?: med punktet)?|type|mål|kategori|purpose|karakter|orientering\/.*|b\/d\/o|o\/d\/b)$/iu,
  ],
  ['deadline', /^(?:deadline|frist|tidsfrist|hvornår|due(?: date)?|dato)$/iu],
  ['attachments', /^(?:bilag|vedlagt|materiale|dokumenter)$/iu],
  ['recommendation', /^(?:indstilling|forslag(?: til beslutning)?)$/iu],
  [
    'decision',
    /^(?:beslutning(?:er)?|konklusion(?:er)?|referat ?\/ ?(?:konklusion|beslutning)(?:er)?|(?:konklusion|beslutning)(?:er)? ?(?:\/|og) ?referat|aftaler?|handling(?:er)?|aktion(?:er)?|opfølgning|decisions?|actions?|udfald)$/iu,
  ],
  [
    'discussion',
    /^(?:referat|drøftelser?|noter|kommentar(?:er)?|status|bemærkninger|minutes|notes|discussion)$/iu,
  ],
  ['description', /^(?:beskrivelse|indhold|baggrund|sagsfremstilling|uddybning)$/iu],
];

const roleOf = (head: string): Role | null => {
  const bare = head.replace(/[*:_]/g, '').replace(/\s+/g, ' ').trim();
  return columnHeads.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
};

/** Cells that head the columns of an agenda: one of them its items, and no more than one of them unknown. */
const headsItems = (roles: readonly (Role | null)[]): boolean =>
  roles.includes('item') && roles.filter((role) => role !== null).length >= Math.max(2, roles.length - 1);
export const isAgendaHead = (cells: readonly string[]): boolean => headsItems(cells.map(roleOf));

interface Row {
  /** First line of the row, for its place. */
  readonly line: Line;
  readonly cells: readonly string[];
  /** Lines of the source that the row takes. */
  readonly to: number;
}

type Cutter = (text: string) => string[];
export const byBar: Cutter = (text) =>
  text
    .replace(/^\s*\|/, '')
    .replace(/\|\s*$/, '')
    .split('|')
    .map((cell) => cell.trim());
const byTab: Cutter = (text) => text.split('\t').map((cell) => cell.trim());
const ruler = /^[\s|+:=–-]+$/;

/** Cuts a line where the column heads stand; a cell that runs over its column is cut at its own gap. */
function byColumns(head: string): Cutter {
  const starts = [...head.matchAll(/\S+(?: \S+)*/g)].map((hit) => hit.index);
  return (text) => {
    const pieces = starts.map((from, at) => text.slice(from, starts[at + 1] ?? text.length));
    const clean = starts.every((from) => from === 0 || /^\s?$/.test(text.charAt(from - 1)));
    if (clean) return pieces.map((piece) => piece.trim());
    const own = text.trim().split(/\s{2,}/);
    return own.length === starts.length ? own : [text.trim()];
  };
}

/** More rows than any agenda has. */
const mostRows = 1500;

/** How the line with the column heads parts its cells; null when it is no such line. */
function headOf(line: Line | undefined): { cut: Cutter; roles: (Role | null)[] } | null {
  if (!line || line.text.length > 300) return null;
  const spaced = /\S\s{2,}\S.*\S\s{2,}\S|\S\s{4,}\S/.test(line.text);
  const cutters: Cutter[] = [
    ...(line.text.includes('|') ? [byBar] : []),
    ...(line.text.includes('\t') ? [byTab] : []),
    ...(spaced ? [byColumns(line.text)] : []),
  ];
  for (const cut of cutters) {
    const roles = cut(line.text).map(roleOf);
    const known = new Set(roles.filter((role) => role !== null));
    if (roles.length >= 2 && known.size >= 2 && known.size >= roles.length - 1 && known.has('item'))
      return { cut, roles };
  }
  return null;
}

/** Cells that the source itself tells of (Word, HTML), one line or more each. */
function toldRow(lines: readonly Line[], from: number): Row | null {
  const first = lines[from];
  const place = first?.evidence?.cell;
  if (!first || !place) return null;
  const cells: string[] = Array.from({ length: place.columns }, () => '');
  let to = from;
  for (; to < lines.length; to++) {
    const line = lines[to];
    const cell = line?.evidence?.cell;
    if (!line || !cell || cell.table !== place.table || cell.row !== place.row) break;
    const had = cells[cell.column];
    cells[cell.column] = had ? `${had}\n${line.text.trim()}` : line.text.trim();
  }
  return { line: first, cells, to };
}

/** One row as the lines that an agenda without table would have. */
function linesOfRow(row: Row, roles: readonly (Role | null)[], minuted: boolean): Line[] {
  const { pageStart, anchor } = row.line;
  const of = (role: Role): string =>
    row.cells
      .filter((cell, at) => roles[at] === role && !/^[–-]?$/.test(cell))
      .join(' ')
      .trim();
  const [title = '', ...below] = of('item').split('\n');
  const time = of('time').replace(/\n/g, ' ');
  const duration = of('duration').replace(/\n/g, ' ');
  const number = of('number');
  const clock = /^\d{1,2}$/.test(time) ? `kl. ${time}` : time;
  const minutes = /^\d{1,3}$/.test(duration) ? `${duration} min.` : duration;
  const bracketed = [clock, minutes].filter(Boolean).join(', ');
  const numbered = number && !/^\d/.test(title) ? `${number.replace(/[.:]$/, '')}. ${title}` : title;
  const isBreak = /^(?:\p{L}*pause|frokost|kaffe)(?!\p{L})/iu.test(title);
  const lines: Line[] = [
    {
      text: `${numbered}${bracketed ? ` (${bracketed})` : ''}`,
      anchor,
      pageStart,
      ...(isBreak ? {} : { evidence: { itemRow: true as const } }),
    },
  ];
  const put = (text: string) =>
    lines.push(...text.split('\n').map((one) => ({ text: one, anchor, pageStart: false })));
  const who = of('who');
  const decided = of('decision') || (who || of('deadline') ? of('discussion') : '');
  if (who && !(minuted && decided)) put(`Oplæg: ${who.replace(/\n/g, ', ')}`);
  if (below.length) put(below.join('\n'));
  if (of('purpose')) put(`(${of('purpose').replace(/\n/g, ' ')})`);
  if (of('description')) put(of('description'));
  if (of('recommendation')) put(`Indstilling: ${of('recommendation')}`);
  if (of('attachments')) put(`Bilag: ${of('attachments')}`);
  if (of('discussion') && of('discussion') !== decided) put(`Referat: ${of('discussion')}`);
  if (decided) put(`Beslutning: ${decided}`);
  if (who && minuted && decided) put(`Ansvarlig: ${who.replace(/\n/g, ', ')}`);
  if (of('deadline')) put(`Frist: ${of('deadline').replace(/\n/g, ' ')}`);
  const rest = row.cells.filter((cell, at) => (roles[at] ?? null) === null && cell !== '');
  if (rest.length) put(`(${rest.join('; ')})`);
  return lines;
}

/** A row whose item cell is empty goes on with the row above. */
const joinRows = (above: Row, below: Row): Row => ({
  ...above,
  to: below.to,
  cells: above.cells.map((cell, at) => {
    const more = below.cells[at] ?? '';
    return cell === '' || more === '' ? cell + more : joinWrapped(cell, more);
  }),
});

/** A row that only says something, in a table that numbers its items: it belongs to the item above it. */
const belowNumbered = (last: Row, row: Row, roles: readonly (Role | null)[]): boolean =>
  /^\d/.test(last.cells[roles.indexOf('number')] ?? '') &&
  !isBreakTitle(row.cells[roles.indexOf('item')] ?? '');

const withLineBelow = (row: Row, at: number, text: string, to: number): Row => ({
  ...row,
  to,
  cells: row.cells.map((cell, index) => (index === at ? `${cell}\n${text}` : cell)),
});

/**
 * Turns agendas that are tables (column heads such as Tid, Punkt, Ansvarlig, Beslutning) into the lines of an agenda
 * that is none; all other lines pass as they are.
 */
export function tablesAsLines(lines: readonly Line[]): {
  readonly lines: readonly Line[];
  /** The column heads that were read. */
  readonly heads: readonly string[];
} {
  const out: Line[] = [];
  const heads: string[] = [];
  let changed = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line) continue;
    const told = toldRow(lines, at);
    const toldRoles = told?.cells.map(roleOf) ?? [];
    const isToldHead = told !== null && headsItems(toldRoles);
    const head = isToldHead ? null : headOf(line);
    if (!isToldHead && !head) {
      out.push(line);
      continue;
    }
    const roles = head?.roles ?? toldRoles;
    const rows: Row[] = [];
    let next = isToldHead ? (told?.to ?? at + 1) : at + 1;
    let end = next;
    while (next < lines.length && rows.length < mostRows) {
      const below = lines[next];
      if (!below) break;
      const blank = below.text.trim() === '' || (head && ruler.test(below.text));
      const sameTable = below.evidence?.cell?.table === line.evidence?.cell?.table;
      const row = blank
        ? null
        : head
          ? { line: below, cells: head.cut(below.text), to: next + 1 }
          : sameTable
            ? toldRow(lines, next)
            : null;
      if (!blank && (!row || row.cells.length < 2)) break;
      if (row) {
        // what closes the whole meeting is no cell of its last item
        if (row.cells.filter(Boolean).length === 1 && closesMeeting(row.cells.find(Boolean) ?? '')) break;
        const last = rows.at(-1);
        const itemCell = row.cells[roles.indexOf('item')] ?? '';
        const alone = row.cells.filter(Boolean).length === 1;
        const below = last && alone && itemCell !== '' && belowNumbered(last, row, roles);
        if (below) rows[rows.length - 1] = withLineBelow(last, roles.indexOf('item'), itemCell, row.to);
        else if (itemCell === '' && last) rows[rows.length - 1] = joinRows(last, row);
        else if (itemCell !== '') rows.push(row);
        else break;
        end = row.to;
      }
      next = row?.to ?? next + 1;
    }
    if (rows.length < 2) {
      out.push(line);
      continue;
    }
    changed = true;
    heads.push(told && isToldHead ? told.cells.join(' ') : line.text);
    const minuted = roles.includes('decision') || roles.includes('discussion');
    for (const row of rows) for (const one of linesOfRow(row, roles, minuted)) out.push(one);
    at = end - 1;
  }
  return { lines: changed ? out : lines, heads };
}
