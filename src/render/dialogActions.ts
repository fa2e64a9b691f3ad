import { opensForm } from '../views/formVerbs.ts';

/**
 * How a card's forms are opened. `card`: by Action.Execute, answered with the form as a card. `dialog`: as a dialog of
 * Teams, by an Action.Submit that says so. `inside`: the card is the body of a dialog, where only Action.Submit works.
 */
export type FormsAs = 'card' | 'dialog' | 'inside';

/** The same card with the actions that open forms so. */
export function withForms<T>(card: T, forms: FormsAs): T {
  return forms === 'card' ? card : (changed(card, forms === 'inside') as T);
}

function changed(node: unknown, inside: boolean): unknown {
  if (Array.isArray(node)) return node.map((entry) => changed(entry, inside));
  if (typeof node !== 'object' || node === null) return node;
  if ('type' in node && node.type === 'Action.Execute') {
    // The data repeats the verb, which a Submit does not hand over by itself.
    const { verb, data, fallback: _, ...action } = node as Record<string, unknown>;
    if (inside) return { ...action, type: 'Action.Submit', data };
    if (!opensForm(String(verb))) return node;
    return {
      ...action,
      type: 'Action.Submit',
      data: { ...(data as object), msteams: { type: 'task/fetch' } },
    };
  }
  return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, changed(child, inside)]));
}
