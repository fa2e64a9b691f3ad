import type { DraftHead } from '../views/draft.ts';
import { exportTexts } from '../wording/exportTexts.ts';
import type { ExportWish } from './exportMinutes.ts';

/** Longest name without its ending: with a folder before it, well under what Windows takes. */
const LONGEST = 120;

/**
 * The name of the file by the habit of case systems: date, kind, forum. "2026-03-06 Referatudkast Klyngestyregruppe
 * Vest.docx". Only what every file system takes.
 */
export function exportName(head: DraftHead, wish: ExportWish): string {
  const t = exportTexts[wish.language ?? head.language];
  const minutes = head.status === 'planned' ? 'agenda' : head.approved ? 'approved' : 'draft';
  const kind = wish.kind === 'package' ? 'package' : minutes;
  const remarks = [
    ...(wish.version === undefined ? [] : [t.version(wish.version)]),
    ...(wish.edition === 'public' ? [t.publicEdition] : []),
  ];
  const name = [head.date, t.kinds[kind], head.forum ?? head.title].filter((part) => part !== null).join(' ');
  const after = remarks.length > 0 ? ` (${remarks.join(', ')})` : '';
  return `${cut(safe(name), LONGEST - after.length)}${after}.${wish.format}`;
}

/** Without what Windows, SharePoint or a header of HTTP refuses, or what turns a name around. */
const safe = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}"*:<>?/\\|#%~]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** Whole characters, and no dot or space at the end. */
const cut = (name: string, limit: number): string =>
  name
    .slice(0, limit)
    .replace(/[\ud800-\udbff]$/u, '')
    .replace(/[. ]+$/u, '');
