import type { Acting } from '../../src/meeting/roles.ts';
import type { Sight } from '../../src/views/cardView.ts';

/** How somebody sees cards: which of the views of them, and as whom their taps are answered. */
export interface Reader {
  readonly name: string;
  readonly fields: Partial<Sight>;
  readonly acting: Acting;
}

const idOf = ({ by }: Acting): string => (by.kind === 'person' ? by.personId : '');

/**
 * Everybody for whom a card looks otherwise: who takes part (the shared card, which all see that Teams draws nothing
 * anew for), who may only propose, and who leads or writes: where all read along, and alone with Punkt.
 */
export const readersOf = (participant: Acting, chair: Acting, minuteTaker: Acting): readonly Reader[] => [
  { name: 'participant', fields: { audience: 'shared' }, acting: participant },
  {
    name: 'anonymous',
    fields: { audience: 'shared' },
    acting: { ...participant, authenticated: false },
  },
  { name: 'chair among all', fields: { audience: 'shared', leader: true }, acting: chair },
  { name: 'chair alone', fields: { audience: 'leading', leader: true, reader: idOf(chair) }, acting: chair },
  {
    name: 'minute taker alone',
    fields: { audience: 'leading', leader: true, reader: idOf(minuteTaker) },
    acting: minuteTaker,
  },
];
