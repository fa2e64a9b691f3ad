import { z } from 'zod';

/** What became of one recommendation point; the terms of Danish minutes (domain.md 3 and 4). */
export const Outcome = z.enum([
  'approved', // godkendt
  'adopted', // tiltrådt
  'noted', // taget til efterretning
  'discussed', // drøftet
  'decided', // besluttet
  'agreed', // aftalt
  'postponed', // udsat
  'rejected', // forkastet, afvist
  'forwarded', // oversendt, fremsendt, henvist
  'recommendedOnwards', // anbefalet til et overordnet organ
  'sentBack', // tilbagesendt
  'withdrawn', // trukket
  'noRemarks', // ingen bemærkninger
  'informed', // orienteret
]);
export type Outcome = z.infer<typeof Outcome>;
