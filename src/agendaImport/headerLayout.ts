import type { HeaderPart, Layout } from '../meeting/agenda.ts';
import { type HeaderEntry, headerLabelOf } from './headerFields.ts';
import { joinLines, tidy } from './paragraphs.ts';

const caseLabel = /^(?:sags?(?:nr\.?|nummer)|journal(?:nr\.?|nummer)|j\.?\s?nr\.?|sags(?:-| )id)$/iu;
/** "Deltagere fra regionsrådet" heads one side of the table only, "Velkomst ved" names a task and not a role. */
const ofOthers = /(?<!\p{L})(?:fra|for|af|ved|v\/)(?!\p{L})|^(?:vedr|status|til|med til)/iu;
const longest = 40;

function partOf({ field, label }: Pick<HeaderEntry, 'field' | 'label'>): HeaderPart | null {
  if (caseLabel.test(label)) return 'caseNumber';
  switch (field) {
    case 'forum':
    case 'when':
    case 'documentDate':
    case 'place':
    case 'chair':
    case 'minuteTaker':
    case 'participants':
    case 'apologies':
    case 'attachments':
      return field;
    default:
      return null;
  }
}

/** The part of a head that a label names; null for any other word. */
export function headerPartOf(label: string): HeaderPart | null {
  const found = headerLabelOf(`${label}: –`) ?? headerLabelOf(label);
  return caseLabel.test(label) ? 'caseNumber' : found && partOf({ field: found.field, label });
}

/** What a field of a head is called, in the document's order; a part has one label, the time of the meeting may have two. */
export function headerLayoutOf(
  entries: readonly Pick<HeaderEntry, 'field' | 'label'>[],
): NonNullable<Layout['header']> {
  const header: { part: HeaderPart; label: string }[] = [];
  for (const entry of entries) {
    const part = partOf(entry);
    const label = tidy(entry.label).replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase('da'));
    if (part === null || label === '' || label.length > longest || ofOthers.test(label)) continue;
    const same = header.filter((one) => one.part === part);
    if (same.length < (part === 'when' ? 2 : 1)) header.push({ part, label });
  }
  return header;
}

/** The number of the case that the meeting is filed under, as written; null where the head has none. */
export function caseNumberOf(entries: readonly HeaderEntry[]): string | null {
  const found = entries.find(({ label }) => caseLabel.test(label));
  const value = tidy(joinLines((found?.lines ?? []).map((line) => line.text)));
  return /\d/u.test(value) && value.length <= longest ? value : null;
}
