import type { Identity } from '../meeting/people.ts';

/**
 * Who asks: somebody in Teams; somebody of the meeting's people whom the page knows already (`authenticated`: by a
 * sign-in of their own, or a link that answered one); or an operator at the command line.
 */
export type Asker =
  | { readonly kind: 'person'; readonly identity: Identity }
  | { readonly kind: 'member'; readonly personId: string; readonly authenticated: boolean }
  /** Somebody whom Teams saw joining its meeting: recognised, and never linked by it. */
  | { readonly kind: 'joiner'; readonly identity: Identity }
  | { readonly kind: 'operator' };
