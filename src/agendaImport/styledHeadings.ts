import type { CleanLine } from './cleanLines.ts';
import { headerLabelOf } from './headerFields.ts';
import type { HeadingCandidate } from './itemHeadings.ts';
import { isMetaLine } from './itemMeta.ts';
import { joinWrapped, tidy } from './paragraphs.ts';
import { recommendingClauseOf, sectionLabelOf } from './sectionLabels.ts';

/** How a line is set off from running text; null where it is not. Styles and tags speak before the look. */
function lookOf({ evidence, text }: CleanLine): string | null {
  if (!evidence || evidence.contents || evidence.note || evidence.cell || evidence.list?.value === null)
    return null;
  if (text.length > 200 || (evidence.paragraph === false && !evidence.bold)) return null;
  if (evidence.heading === 0) return null;
  if (evidence.heading !== undefined) return `h${evidence.heading}`;
  const size = Math.round((evidence.size ?? 1) * 10) / 10;
  if (!evidence.bold && size <= 1.1) return null;
  return /[.;,]$/u.test(text) ? null : `${evidence.bold ? 'bold' : ''}${size}`;
}

const numbered = /^(?:(?:punkt|pkt\.?|ad)\s*)?\d{1,3}[a-z]?(?:[.):]|\s)/iu;

/**
 * Items of an agenda without numbers whose headings are told by style or look alone: the look that parts the document
 * into most pieces with something between them. Labels of sections and of the head share it at times and do not count.
 */
export function styledHeadings(lines: readonly CleanLine[]): HeadingCandidate[] {
  const groups = new Map<string, HeadingCandidate[]>();
  lines.forEach((line, index) => {
    const look = lookOf(line);
    if (look === null || line.gap < 2) return;
    if (
      sectionLabelOf(line.text) ||
      recommendingClauseOf(line.text) ||
      headerLabelOf(line.text) ||
      isMetaLine(line.text)
    )
      return;
    if (/^(?:dagsorden|referat|beslutningsreferat|møde)(?!\p{L})/iu.test(line.text)) return;
    let text = line.text;
    let span = 1;
    for (
      let next = lines[index + 1];
      next && next.gap < 2 && lookOf(next) === look && span < 4;
      next = lines[index + span]
    ) {
      text = joinWrapped(text, next.text);
      span++;
    }
    const own = {
      index,
      style: 'bare' as const,
      number: '',
      order: 0,
      minor: 0,
      text: tidy(text),
      span,
      evidence: 3,
      look,
      contents: false,
      numberAlone: false,
    };
    groups.set(look, [...(groups.get(look) ?? []), own]);
  });
  const candidates = [...groups.values()].filter(
    (group) =>
      group.length >= 3 && group.filter((heading) => numbered.test(heading.text)).length < group.length / 3,
  );
  const parts = (group: readonly HeadingCandidate[]) =>
    group.filter((heading, at) => heading.index + heading.span < (group[at + 1]?.index ?? lines.length))
      .length;
  return candidates.sort((one, other) => parts(other) - parts(one))[0] ?? [];
}
