import type { Language } from '../../meeting/agenda.ts';
import type { CorrectedAgenda } from '../../views/page/ask.ts';
import type { Edit } from './agendaEdits.ts';
import type { CorrectedPerson } from './correction.ts';

/** Where the light is: an item's row and its lines in the document, and on which side it was lit. */
export interface Light {
  readonly itemId: string;
  readonly from: 'row' | 'line';
}

/** What the parts of the workbench share. */
export interface Bench {
  readonly language: Language;
  readonly agenda: CorrectedAgenda;
  readonly people: readonly CorrectedPerson[];
  readonly edit: (edit: Edit, place?: string | null) => void;
  readonly newId: () => string;
  /** The item that is open for correcting. */
  readonly open: string | null;
  readonly setOpen: (itemId: string | null) => void;
  readonly lit: Light | null;
  readonly light: (light: Light | null) => void;
  /** Tells what was done, aloud too; `undoable`: with *Fortryd* beside it. */
  readonly say: (what: string, undoable?: boolean) => void;
}
