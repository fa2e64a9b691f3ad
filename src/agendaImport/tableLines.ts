import { isAgendaHead } from './agendaTables.ts';
import { headerLabelOf } from './headerFields.ts';
import { joinWrapped, tidy } from './paragraphs.ts';
import { recommendingClauseOf, sectionLabelOf } from './sectionLabels.ts';
import type { Line, TableCell } from './source.ts';

type CellLine = Line & { readonly evidence: { readonly cell: TableCell } };
type TableRow = readonly (readonly CellLine[])[];

/** What a column holds, by the word at its head. */
const columnWords: readonly (readonly [string, RegExp])[] = [
  ['number', /^(?:nr\.?|#|punkt(?: nr\.?)?|pkt\.?|dagsordens?punkt nr\.?)$/iu],
  ['title', /^(?:emne|titel|sag(?:stitel)?|dagsordens?punkt|punkt|overskrift|tekst|indhold)$/iu],
  ['purpose', /^(?:formål(?: med punktet)?|karakter|kategori|type)$/iu],
  ['closed', /^(?:åben(?:t)?\s*\/\s*lukket|lukket\s*\/\s*åben(?:t)?|lukket)$/iu],
  ['time', /^(?:tid|kl\.?|tidspunkt|varighed|tidsforbrug|tidsramme|min\.?|minutter)$/iu],
  ['presenter', /^(?:oplæg(?:sholder)?|ansvarlig|v\/|ved|fremlægger|punktansvarlig|sagsansvarlig|hvem)$/iu],
  ['name', /^(?:navn|navne|deltagere?|medlem(?:mer)?|person)$/iu],
  ['away', /^(?:afbud|fraværende|ikke mødt|forfald)$/iu],
  ['present', /^(?:til ?stede|deltog|mødt|fremmødt|fremmøde|deltager i mødet)$/iu],
  [
    'person',
    /^(?:titel|stilling|funktion|rolle|organisation|repræsenterer|kommune|myndighed|afdeling|enhed|parti|for)$/iu,
  ],
];
const mark = /^(?:x|✓|☒|☑|✔|ja|\+)$/iu;
const noMark = /^(?:☐|nej|-|–)$/iu;
const itemNumber = /^(\d{1,3}(?:\.\d{1,2})?[a-z]?)[.)]?$/iu;

/** A heading inside a cell, or a sentence that recommends: begins a line of its own. */
const isHeadline = (text: string): boolean =>
  sectionLabelOf(text) !== null || recommendingClauseOf(text) !== null;

/** What an item is there for, in one word: told by its recommendation again, or by nothing that is recorded. */
const purpose =
  /^(?:til )?(?:orientering|information|drøftelse|debat|beslutning|godkendelse|status|[obdi](?:\s*\/\s*[obdi])*)$/iu;

const isCellLine = (line: Line | undefined): line is CellLine => line?.evidence?.cell !== undefined;
const textOf = (cell: readonly Line[]): string => tidy(cell.map((line) => line.text).join(' '));

function rowsOf(lines: readonly CellLine[]): TableRow[] {
  const rows = new Map<number, Map<number, CellLine[]>>();
  for (const line of lines) {
    const { row, column } = line.evidence.cell;
    const cells = rows.get(row) ?? new Map<number, CellLine[]>();
    rows.set(row, cells);
    const cell = cells.get(column) ?? [];
    const last = cell.at(-1);
    const points = /^at\s/iu.test(line.text) && /^at\s.*[^,]$/iu.test(last?.text ?? '');
    if (last && line.evidence.paragraph === false && !points && !isHeadline(line.text))
      cell[cell.length - 1] = { ...last, text: joinWrapped(last.text, line.text) };
    else cell.push(line);
    cells.set(column, cell);
  }
  return [...rows.values()].map((cells) => [...cells].sort(([a], [b]) => a - b).map(([, cell]) => cell));
}

const columnOf = (cell: readonly CellLine[]): number => cell[0]?.evidence.cell.column ?? -1;

/** "Punkt" heads numbers, or the titles themselves where "Indhold" stands beside it. */
function withTitles(heads: Map<number, string>, row: TableRow, below: readonly TableRow[]): void {
  const at = [...heads].find(([, kind]) => kind === 'number')?.[0];
  if (at === undefined) return;
  const cells = below.flatMap((one) => one.filter((cell) => columnOf(cell) === at).map(textOf));
  if (cells.filter((text) => text === '' || itemNumber.test(text)).length * 2 >= cells.length) return;
  for (const cell of row)
    if (heads.get(columnOf(cell)) === 'title') heads.set(columnOf(cell), `label:${textOf(cell)}`);
  heads.set(at, 'title');
}

/** Kinds of the columns where the first row heads them; null for a table without such a row. */
function headsOf(
  row: TableRow | undefined,
  columns: number,
  below: readonly TableRow[],
): Map<number, string> | null {
  if (!row || row.length < 2 || row.length < columns - 1) return null;
  const heads = new Map<number, string>();
  for (const cell of row) {
    const word = textOf(cell).replace(/\s*:$/u, '');
    // "Titel" heads the subjects of items, or the posts of people
    const kinds = columnWords.filter(([, pattern]) => pattern.test(word)).map(([kind]) => kind);
    const [kind] = kinds;
    if (kind === undefined && sectionLabelOf(word) === null) return null;
    heads.set(columnOf(cell), kind ?? `label:${word}`);
  }
  withTitles(heads, row, below);
  const people = [...heads.values()].includes('name');
  if (people) for (const [at, kind] of heads) if (kind === 'title') heads.set(at, 'person');
  return people || [...heads.values()].includes('title') ? heads : null;
}

/** A line of the table's own making: text of several cells, anchored where the first of them stands. */
function made(from: CellLine, text: string, paragraph = true): Line {
  const { cell: _cell, list: _list, ...rest } = from.evidence;
  return { ...from, text, evidence: { ...rest, paragraph } };
}

function personLine(row: TableRow, heads: ReadonlyMap<number, string>): Line[] {
  const [first] = row.flat();
  if (!first) return [];
  const pieces = row.flatMap((cell) => {
    const text = textOf(cell);
    const kind = heads.get(columnOf(cell));
    if (text === '' || noMark.test(text)) return [];
    if (kind === 'away') return [mark.test(text) ? '(afbud)' : `(afbud: ${text})`];
    return mark.test(text) ? [] : [text];
  });
  return [made(first, pieces.join(', ').replaceAll(', (', ' ('))];
}

/** A row that is an item: number, title, time and presenter in one heading, other cells below under the word at their head. */
function itemLines(row: TableRow, heads: ReadonlyMap<number, string>): Line[] {
  const [first] = row.flat();
  if (!first) return [];
  const of = (kind: string) => row.filter((cell) => heads.get(columnOf(cell)) === kind);
  const number = itemNumber.exec(of('number').map(textOf).join(' '))?.[1];
  const [title = [], ...more] = of('title');
  const [headline, ...below] = title;
  const time = of('time').map(textOf).filter(Boolean).join(', ');
  const presenter = of('presenter').map(textOf).filter(Boolean).join(', ');
  const timed = time === '' ? '' : ` (${/^\d{1,3}$/u.test(time) ? `${time} min.` : time})`;
  const closed = of('closed').some((cell) => /^(?:x|ja|lukket)/iu.test(textOf(cell))) ? ' (lukket)' : '';
  const heading = `${number ? `${number}. ` : ''}${headline?.text ?? ''}${closed}${timed}${presenter ? ` v/ ${presenter}` : ''}`;
  const rest = row.filter((cell) => heads.get(columnOf(cell))?.startsWith('label:'));
  const what = of('purpose').filter((cell) => !purpose.test(textOf(cell)));
  return [
    made(first, heading),
    ...[...below, ...more.flat(), ...what.flat()],
    ...rest.flatMap((cell): readonly Line[] => {
      const [top] = cell;
      const label = heads.get(columnOf(cell))?.slice('label:'.length) ?? '';
      if (!top || textOf(cell) === '') return [];
      return isHeadline(top.text) ? cell : [made(top, label), ...cell];
    }),
  ];
}

/** A row without heads: a label beside its value, a number beside a title, or cells read one after the other. */
function plainRow(row: TableRow): Line[] {
  const [left, right, ...others] = row;
  const [first] = left ?? [];
  if (!left || !first || !right) return row.flat();
  const label = textOf(left).replace(/\s*:$/u, '');
  const labels = left.length === 1 && (headerLabelOf(`${label}:`) !== null || sectionLabelOf(label) !== null);
  if (labels && label.length < 60) {
    const value =
      right.length === 1
        ? [made(first, `${label}: ${right[0]?.text ?? ''}`)]
        : [made(first, `${label}:`), ...right];
    return [...value, ...(others.length > 0 ? plainRow(others) : [])];
  }
  const number =
    left.length === 1 ? itemNumber.exec(textOf(left).replace(/^(?:punkt|pkt\.?)\s+/iu, ''))?.[1] : undefined;
  const [headline, ...below] = right;
  if (number && headline) {
    const short = others.filter((cell) => cell.length === 1 && textOf(cell).length < 60).map(textOf);
    const long = others.filter((cell) => !(cell.length === 1 && textOf(cell).length < 60));
    return [made(first, [`${number}. ${headline.text}`, ...short].join('  ')), ...below, ...long.flat()];
  }
  return row.flat();
}

function linesOfTable(lines: readonly CellLine[], before: Line | undefined): Line[] {
  const rows = rowsOf(lines);
  const columns = Math.max(...rows.map((row) => row.length));
  if (columns < 2) return [...lines];
  const heads = headsOf(rows[0], columns, rows.slice(1));
  // columns of who, when and what was decided: read as an agenda further on
  if (!heads && rows.length > 2 && isAgendaHead((rows[0] ?? []).map(textOf))) return [...lines];
  const kinds = [...(heads?.values() ?? [])];
  if (heads && kinds.includes('name')) {
    const [first] = lines;
    const field = headerLabelOf(before?.text ?? '')?.field;
    const labelled = field === 'participants' || field === 'apologies' || field === 'guests';
    return [
      ...(labelled || !first ? [] : [made(first, 'Deltagere:')]),
      ...rows.slice(1).flatMap((row) => personLine(row, heads)),
    ];
  }
  if (heads) return rows.slice(1).flatMap((row) => (row.length > 1 ? itemLines(row, heads) : row.flat()));
  // names, titles and organisations in columns below "Deltagere:"
  const above = headerLabelOf(before?.text ?? '');
  const people = above?.value === '' && ['participants', 'apologies', 'guests'].includes(above.field);
  const short = rows.every((row) => row.every((cell) => cell.length === 1));
  if (people && short && columns <= 5 && headerLabelOf(textOf(rows[0]?.[0] ?? [])) === null)
    return rows.flatMap((row) => personLine(row, new Map()));
  return rows.flatMap(plainRow);
}

/** Turns tables into lines as a person would read them aloud; everything else stays as it is. */
export function tableLines(lines: readonly Line[]): Line[] {
  const out: Line[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (!line) break;
    if (!isCellLine(line)) {
      out.push(line);
      at++;
      continue;
    }
    const table: CellLine[] = [];
    for (
      let next = lines[at];
      isCellLine(next) && next.evidence.cell.table === line.evidence.cell.table;
      next = lines[++at]
    )
      table.push(next);
    for (const made of linesOfTable(table, out.at(-1))) out.push(made);
  }
  return out;
}
