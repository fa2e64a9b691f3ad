import type { MinutesItemPart } from '../../../views/minutesDocument.ts';
import { labelXml, sectionXml } from '../content.ts';
import { paragraphOf } from '../paragraph.ts';
import type { Insertions, Where } from './insertions.ts';
import type { ItemContext } from './itemEdits.ts';
import type { SourceItem } from './items.ts';

/**
 * An item that the source does not have (it came with a later agenda), behind the one that it follows or in front of the
 * first; false where that is a row of a table.
 */
export function writeNewItem(
  { places, looks: { body } }: ItemContext,
  into: Insertions,
  { heading, sections }: MinutesItemPart,
  beside: { readonly after: SourceItem | undefined; readonly before: SourceItem | undefined },
): boolean {
  const { paragraphs } = places;
  const [behind, home] = [paragraphs[beside.after?.end ?? -1], paragraphs[beside.after?.heading.to ?? -1]];
  const first = paragraphs[beside.before?.heading.from ?? -1];
  const where: Where | null =
    behind && home ? { behind, home } : first ? { before: first, home: first } : null;
  if (!where || into.isInCell(where)) return false;
  const content = sections.map((section) => labelXml(section, body) + sectionXml(section, body)).join('');
  into.put(where, paragraphOf(body.itemHeading, { text: heading }) + content);
  return true;
}
