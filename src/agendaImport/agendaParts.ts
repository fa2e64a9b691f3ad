import type { CleanLine } from './cleanLines.ts';

const closedPart =
  /^\W*(?:lukkede? (?:punkter|dagsorden|del)|lukket (?:dagsorden|møde|del)|lukkede sager|fortrolige punkter)\W*(?:\s+side)?$/iu;
const openPart = /^\W*(?:åbne (?:punkter|sager)|åben (?:dagsorden|del))\W*(?:\s+side)?$/iu;
/** Headings over several items ("Til drøftelse", "B. Orienteringspunkter"), which are no items themselves. */
const group =
  /^(?:(?:[A-Z]|[IVX]{1,4})[.):]?\s+)?(?:punkter |sager )?(?:til (?:orientering|drøftelse|beslutning|behandling|godkendelse|efterretning|information|debat)(?:(?:,| og|\/|\s\/) ?(?:til )?(?:orientering|drøftelse|beslutning|behandling|godkendelse|efterretning|information|debat))*|formalia|formelle punkter|indledning|opstart|afslutning|afrunding|(?:beslutnings|orienterings|drøftelses|informations|tema)(?:punkter|sager|del)|faste punkter|øvrige punkter|temaer|hovedpunkter)\s*:?$/iu;

export const isOpenOrClosedPart = (text: string): boolean => closedPart.test(text) || openPart.test(text);

export interface AgendaParts {
  /** Lines that stand in a closed part of the agenda. */
  readonly closed: ReadonlySet<number>;
  /** Lines of the list of contents that stand below "Lukkede punkter". */
  readonly listedClosed: ReadonlySet<number>;
  /** Lines that only head a part or a group of items. */
  readonly headings: ReadonlySet<number>;
}

/** Parts of an agenda: open and closed, and groups of items. `headings` are the lines where items begin. */
export function agendaParts(
  lines: readonly CleanLine[],
  itemLines: ReadonlySet<number>,
  candidates: readonly number[],
): AgendaParts {
  const closed = new Set<number>();
  const headings = new Set<number>();
  const listedClosed = new Set<number>();
  const first = [...itemLines].reduce((least, index) => Math.min(least, index), lines.length);
  let from: number | null = null;
  lines.forEach((line, index) => {
    if (isOpenOrClosedPart(line.text)) {
      from = closedPart.test(line.text) ? index : null;
      headings.add(index);
    } else if (group.test(line.text) && !itemLines.has(index) && itemLines.has(index + 1))
      headings.add(index);
    // a heading inside the list of contents says nothing of the items themselves
    if (index === first && from !== null && candidates.some((one) => one > (from ?? index) && one < index))
      from = null;
    if (from !== null) (index < first ? listedClosed : closed).add(index);
  });
  return { closed, listedClosed, headings };
}
