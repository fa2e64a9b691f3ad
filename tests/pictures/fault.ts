/** Something on a drawn card that a person could not read, reach or understand. */
export interface Fault {
  readonly kind: 'cut' | 'outside' | 'faint' | 'unlabelled';
  readonly text: string;
  /** Pixels too much, or the contrast. */
  readonly measure: number;
}
