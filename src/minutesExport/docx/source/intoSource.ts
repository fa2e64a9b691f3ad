import type { Agenda } from '../../../meeting/agenda.ts';
import type { MinutesDocument } from '../../../views/minutesDocument.ts';
import type { SourceUnused } from '../../../wording/docxTexts.ts';
import { minutesTexts } from '../../../wording/minutesTexts.ts';
import { partXml, statusXml } from '../content.ts';
import { edited } from './edits.ts';
import { Insertions } from './insertions.ts';
import { writeItem } from './itemEdits.ts';
import { itemsOfSource, placedItems, type SourceItem } from './items.ts';
import { readLists } from './lists.ts';
import { writeNewItem } from './newItem.ts';
import { openSource, sha256Of } from './package.ts';
import { allOf, childOf, descendant, type Place } from './places.ts';
import { isOurs } from './positions.ts';
import { sourceLooks } from './sourceLooks.ts';

/**
 * The minutes written into the very document that the agenda came as: only sections that are ours are put in or
 * replaced, all else stays byte for byte. A code where that cannot be done with certainty.
 */
export function intoSource(
  document: MinutesDocument,
  { bytes, agenda }: { readonly bytes: Uint8Array; readonly agenda: Agenda },
): Uint8Array | SourceUnused {
  if (document.edition === 'public' && agenda.items.some(({ closed }) => closed)) return 'closedItems';
  const origin = placedItems(agenda, sha256Of(bytes));
  if (typeof origin === 'string') return origin;
  const opened = openSource(bytes, origin.part);
  if (!opened) return 'unreadable';
  const { places } = opened;
  const body = descendant(places.root, 'w:document', 'w:body');
  const items = itemsOfSource(origin.items, places, origin.part);
  if (!body || typeof items === 'string') return typeof items === 'string' ? items : 'unreadable';

  const folder = origin.part.slice(0, origin.part.lastIndexOf('/') + 1);
  const lists = readLists(opened.read(`${folder}numbering.xml`), opened.read(`${folder}styles.xml`));
  const looks = sourceLooks(places, items, lists);
  const former = [...allOf(body, 'w:sdt')].filter((control) => isOurs(places.xml, control));
  const into = new Insertions(places);
  const context = { places, looks, layout: agenda.layout, language: document.language, former };
  const known = new Map(items.map((source) => [source.item.id, source]));
  if (items.some(({ item }) => document.items.every(({ itemId }) => itemId !== item.id))) return 'noPlaces';
  let after: SourceItem | undefined;
  for (const part of document.items) {
    const source = known.get(part.itemId);
    const written = source
      ? writeItem(context, into, source, part)
      : writeNewItem(context, into, part, { after, before: items[0] });
    if (!written) return 'sharedParagraph';
    after = source ?? after;
  }
  if (into.lost) return 'unreadable';

  const first = body.children[0];
  into.put({ at: first?.start ?? body.openEnd }, statusXml(statusOf(document), looks.body));
  into.put({ at: endOf(body) }, document.back.map((part) => partXml(part, looks.body)).join(''));
  for (const { start, end, parent } of former)
    if (!into.replaces(start, end)) into.replace(start, end, isAlone(parent) ? '<w:p/>' : '');
  return opened.withDocument(edited(places.xml, into.edits));
}

/** The document may call itself an agenda: what it is now is said above that. */
function statusOf({ status, metadata, language }: MinutesDocument): string {
  const { minutes } = minutesTexts[language].documentTypes;
  const says = status.toLowerCase().includes(minutes.toLowerCase());
  return metadata.documentType === minutes && status !== '' && !says ? `${minutes} · ${status}` : status;
}

/** In front of the properties of the last section, which end a body. */
function endOf(body: Place): number {
  const last = body.children.at(-1);
  return last?.name === 'w:sectPr' ? last.start : body.closeStart;
}

const isAlone = (parent: Place | null): boolean =>
  parent?.name === 'w:tc' && childOf(parent, 'w:p') === undefined;
