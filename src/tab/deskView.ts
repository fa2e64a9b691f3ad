/** The parts of the desk: preparing the meeting, holding it, its minutes. */
export type DeskViewName = 'before' | 'desk' | 'after';

export interface DeskViewProps {
  /** Shows another part. */
  readonly go: (view: DeskViewName) => void;
}
