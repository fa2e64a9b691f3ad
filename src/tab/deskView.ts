/** The parts of the desk: preparing the meeting, holding it, its minutes. */
export type DeskViewName = 'before' | 'desk' | 'after';

export interface DeskViewProps {
  /** Shows another part; `itemId`: at that item. */
  readonly go: (view: DeskViewName, itemId?: string) => void;
  /** At which item it was asked for; null: at none. */
  readonly itemId: string | null;
}
