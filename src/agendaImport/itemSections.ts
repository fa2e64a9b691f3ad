import type { SectionKind } from '../meeting/agenda.ts';
import { sentencesOf } from '../wording/sentences.ts';
import type { CleanLine } from './cleanLines.ts';
import { findDate, findMinutes, findTimes } from './clockAndDate.ts';
import { type ItemTime, splitPresenters, takeTimes } from './headingText.ts';
import { metaField } from './itemMeta.ts';
import { findPersonName } from './personNames.ts';
import { isTheme, recommendingClauseOf, sectionLabelOf } from './sectionLabels.ts';
import type { Anchor } from './source.ts';

export interface Section {
  readonly kind: SectionKind;
  /** The document's own word; null where the section stands without heading. */
  readonly label: string | null;
  readonly labelAt: Anchor | null;
  readonly lines: CleanLine[];
}

/** An item's lines below its heading, cut at its section headings. */
export interface ItemBody {
  readonly sections: readonly Section[];
  readonly presenters: readonly string[];
  readonly time: ItemTime | null;
  readonly closed: boolean;
  /** Lines that were read for what they say of the item (case numbers, who was away) and are in no section. */
  readonly aside: readonly CleanLine[];
}

/** "1-01-76-8-23", "23/4411" below a heading. */
const caseNumber = /^\d{1,6}(?:[-/]\d{1,6}){1,6}$/;
const closedLine = /^\W*(?:lukket(?: punkt| sag| dagsorden)?|fortroligt?(?: punkt| sag)?|LUKKET)\W*$/iu;
const openSection = /^\W*åb(?:en|ent|ne)(?: punkt(?:er)?| sag| dagsorden)?\W*$/iu;

/** "Oplæg: …", "v/ …", "Tid: 10 min." in the first lines below a heading. */
function takeMeta(lines: readonly CleanLine[], people: readonly string[]) {
  const presenters: string[] = [];
  let time: ItemTime | null = null;
  let closed = false;
  let from = 0;
  const aside: CleanLine[] = [];
  for (const line of lines.slice(0, 5)) {
    const bare = line.text.replace(/^\((.*)\)$/u, '$1').trim();
    const hit = metaField.exec(bare);
    const onlyTime =
      findDate(bare) === null &&
      (findTimes(bare) ?? findMinutes(bare)) !== null &&
      !/\p{L}{4,}/u.test(takeTimes(bare).rest);
    if (caseNumber.test(line.text)) {
      aside.push(line);
      from++;
      continue;
    }
    if (closedLine.test(line.text)) closed = true;
    else if (openSection.test(line.text)) closed = false;
    else if (
      hit?.groups?.who &&
      bare.length < 160 &&
      /\p{Lu}/u.test(hit.groups.value ?? '') &&
      !/^ved\s+\p{L}+en(?!\p{L})/u.test(bare) &&
      !/[.]\s+\p{Lu}/u.test(hit.groups.value ?? '')
    ) {
      const told = takeTimes(hit.groups.value ?? '');
      presenters.push(...splitPresenters(told.rest, people));
      if (told.times.start !== null || told.times.durationMinutes !== null) time = told.times;
    } else if (onlyTime || (hit?.groups?.time && bare.length < 60)) time = takeTimes(bare).times;
    else if (sectionLabelOf(line.text)?.kind !== 'aside') break;
    aside.push(line);
    from++;
  }
  return { presenters, time, closed, aside, rest: lines.slice(from) };
}

/** "Forvaltningen anbefaler" opens the points that stand below it. */
const opensPoint = /^(?:at\s|[•·▪*–-]\s|\(?[a1][.)]\s)/iu;

/** "- Indstilling: …": an item that is set as a list of its sections. */
const listedLabel = /^[-–•*]\s+(?=(?:indstilling|bilag|sagsfremstilling|beskrivelse|baggrund):)/iu;

/** "Formanden orienterer. Indstilling: At …": a label that stands behind a sentence opens its section there. */
function withoutInlineLabel(line: CleanLine): CleanLine[] {
  if (listedLabel.test(line.text)) return [{ ...line, text: line.text.replace(listedLabel, '') }];
  const [, before, label] = /^(.+[.!?])\s+(Indstilling:\s+\p{L}.*)$/u.exec(line.text) ?? [];
  if (!before || !label) return [line];
  return [
    { ...line, text: before },
    { ...line, text: label, gap: 0 },
  ];
}

/** Attendance and case numbers go on for one line only. */
export function readBody(lines: readonly CleanLine[], people: readonly string[]): ItemBody {
  const meta = takeMeta(lines, people);
  const sections: Section[] = [];
  let current: Section = { kind: 'description', label: null, labelAt: null, lines: [] };
  sections.push(current);
  let closed = meta.closed;
  const open = (kind: SectionKind, label: string | null, rest: string, line: CleanLine) => {
    const labelAt = label === null ? null : line.anchor;
    current = { kind, label, labelAt, lines: rest === '' ? [] : [{ ...line, text: rest, gap: 0 }] };
    sections.push(current);
  };
  let absentees = false;
  const aside = [...meta.aside];
  meta.rest.flatMap(withoutInlineLabel).forEach((line, index, all) => {
    // the names below "Fraværende"
    if (absentees && line.gap < 2 && line.text.length < 120 && findPersonName(line.text) !== null) {
      aside.push(line);
      return;
    }
    absentees = false;
    const label = sectionLabelOf(line.text);
    if (
      label?.kind === 'subheading' &&
      (current.kind === 'recommendation' || current.kind === 'attachments')
    ) {
      open('description', null, line.text, line);
      return;
    }
    if (label === null || label.kind === 'subheading') {
      const clause = recommendingClauseOf(line.text);
      // in a labelled description "Biblioteket foreslår at …" tells the case; only who "indstiller" recommends
      const told =
        current.kind === 'description' &&
        current.label !== null &&
        !/indstille?[rs]/iu.test(clause?.label ?? '');
      const inText = told || current.kind === 'discussion' || current.kind === 'decisions';
      // what is to be decided on is told first, and then what somebody recommends
      if (clause && current.kind === 'recommendation' && isTheme(current.label)) {
        current = { ...current, kind: 'description' };
        sections[sections.length - 1] = current;
      }
      const alreadyOpen = current.kind === 'recommendation' && current.lines.length === 0;
      if (
        clause &&
        !inText &&
        (clause.rest !== '' || /[:,]?$/.test(line.text)) &&
        (alreadyOpen || current.kind !== 'recommendation')
      ) {
        if (alreadyOpen) {
          if (clause.rest !== '') current.lines.push({ ...line, text: clause.rest });
        } else if (
          clause.rest === ''
            ? /(?::|,|(?<!\p{L})(?:at|that)|indstilles|indstiller)$/iu.test(line.text) ||
              opensPoint.test(all[index + 1]?.text ?? '')
            : /^(?:at|that)(?!\p{L})/iu.test(clause.rest)
        ) {
          // what follows its sentence on the same line is no part of it
          const [point = '', ...more] = sentencesOf(clause.rest);
          open('recommendation', clause.label, more.length ? point : clause.rest, line);
          if (more.length) open('description', null, more.join(' '), line);
        } else current.lines.push(line);
      } else current.lines.push(line);
      return;
    }
    if (label.kind === 'aside') {
      aside.push(line);
      absentees = label.rest === '' && /^(?:fraværende|afbud|ikke til stede)/iu.test(label.label);
      if (/^(?:lukket|fortrolig)/iu.test(label.label)) closed = true;
      return;
    }
    // "Bilag: 3" or "Link:" inside running text is no heading when it goes on as a sentence
    if (
      label.kind === 'description' &&
      current.kind !== 'description' &&
      current.kind !== 'recommendation' &&
      current.kind !== 'attachments'
    ) {
      current.lines.push(line);
      return;
    }
    if (label.kind === 'attachments' && current.kind === 'attachments' && label.rest !== '') {
      current.lines.push({ ...line, text: label.rest });
      return;
    }
    // "Indstilling: Forvaltningen indstiller, at …"
    const within = label.kind === 'recommendation' ? recommendingClauseOf(label.rest) : null;
    open(
      label.kind,
      label.label,
      within && /^(?:at|that)(?!\p{L})/iu.test(within.rest) ? within.rest : label.rest,
      line,
    );
  });
  return {
    sections: sections.filter((section) => section.label !== null || section.lines.length > 0),
    presenters: meta.presenters,
    time: meta.time,
    closed,
    aside,
  };
}
