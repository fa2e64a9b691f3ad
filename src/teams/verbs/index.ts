import type { Verb } from '../turnState.ts';
import { afterVerbs } from './afterVerbs.ts';
import { askVerbs } from './askVerbs.ts';
import { decisionVerbs } from './decisionVerbs.ts';
import { entryVerbs } from './entryVerbs.ts';
import { messageVerbs } from './messageVerbs.ts';
import { roleVerbs } from './roleVerbs.ts';
import { stepVerbs } from './stepVerbs.ts';

/** Carried out beside the verbs: a line at the meeting that was chosen; drawing anew. */
const lineVerbs: Readonly<Record<string, Verb>> = {
  'line.for': { onClosed: true },
  // The card as it is now, also where it is asked for by hand.
  refresh: { onClosed: true },
  'browser.open': { onClosed: true },
};

const verbs = new Map<string, Verb>(
  Object.entries({
    ...lineVerbs,
    ...messageVerbs,
    ...askVerbs,
    ...stepVerbs,
    ...roleVerbs,
    ...entryVerbs,
    ...decisionVerbs,
    ...afterVerbs,
  }),
);

/** What a button's verb does; undefined for a verb that is not ours. */
export const findVerb = (name: string): Verb | undefined => verbs.get(name);

/** Every verb that a button can have. */
export const verbNames = (): string[] => [...verbs.keys()];
