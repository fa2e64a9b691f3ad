/** Reading a card as a person does: what it says, what can be tapped, what can be filled in. */

type Json = Record<string, unknown>;

/** A thing to tap. */
export interface CardAction {
  readonly type: string;
  readonly id?: string;
  readonly title: string;
  readonly verb?: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** The whole action. */
  readonly raw: Json;
}

/** A field to fill in; `value` is what stands in it. */
export interface CardInput {
  readonly type: string;
  readonly id: string;
  readonly label: string;
  readonly value: unknown;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly raw: Json;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Never shown: what is handed back, what other clients show instead, and orders to the client. */
const notShown = new Set(['data', 'fallback', 'refresh', 'msteams', 'authentication', 'metadata']);

interface Found {
  readonly element: Json;
  readonly visible: boolean;
  /** Name of the property that it stands in, such as `facts`. */
  readonly under: string;
}

/** Every object of the card in reading order; what stands in something hidden is hidden. */
function* objects(value: unknown, under = '', visible = true): Generator<Found> {
  if (Array.isArray(value)) {
    for (const entry of value) yield* objects(entry, under, visible);
  } else if (isObject(value)) {
    const shown = visible && value.isVisible !== false;
    yield { element: value, visible: shown, under };
    for (const [key, child] of Object.entries(value)) {
      if (!notShown.has(key)) yield* objects(child, key, shown);
    }
  }
}

/** All actions, also in nested containers, action sets, table cells and as `selectAction`; hidden ones too. */
export function buttons(card: unknown): CardAction[] {
  return [...objects(card)]
    .map(({ element }) => element)
    .filter((element) => asText(element.type).startsWith('Action.'))
    .map((raw) => ({
      type: asText(raw.type),
      title: asText(raw.title),
      data: isObject(raw.data) ? raw.data : {},
      raw,
      ...(typeof raw.id === 'string' ? { id: raw.id } : {}),
      ...(typeof raw.verb === 'string' ? { verb: raw.verb } : {}),
    }));
}

/**
 * The one action with that title (or the first that matches the expression).
 * @throws if there is none, or several with that title that do different things.
 */
export function button(card: unknown, title: string | RegExp): CardAction {
  const all = buttons(card);
  const found = all.filter((action) =>
    typeof title === 'string' ? action.title === title : title.test(action.title),
  );
  const [first] = found;
  if (!first) {
    throw new Error(
      `No button ${String(title)}; there are: ${all.map((action) => action.title).join(' | ')}`,
    );
  }
  const kinds = new Set(found.map(({ verb, data }) => JSON.stringify([verb, data])));
  if (typeof title === 'string' && kinds.size > 1)
    throw new Error(`${kinds.size} different buttons ${title}`);
  return first;
}

/** All fields, also hidden ones. */
export function inputs(card: unknown): CardInput[] {
  return [...objects(card)]
    .map(({ element }) => element)
    .filter((element) => asText(element.type).startsWith('Input.'))
    .map((raw) => ({
      type: asText(raw.type),
      id: asText(raw.id),
      label: asText(raw.label),
      value: raw.value,
      choices: (Array.isArray(raw.choices) ? raw.choices : [])
        .filter(isObject)
        .map((choice) => ({ title: asText(choice.title), value: asText(choice.value) })),
      raw,
    }));
}

/** What a client sends for fields nobody touched: their values, as it does for every tap. */
export function untouched(card: unknown): Record<string, unknown> {
  return Object.fromEntries(inputs(card).map(({ id, value }) => [id, value ?? '']));
}

/** Everything that stands to read on the card, one string for each text, in reading order; hidden parts left out. */
export function texts(card: unknown): string[] {
  const read: string[] = [];
  for (const { element, visible, under } of objects(card)) {
    if (!visible) continue;
    const type = asText(element.type);
    if (type === 'RichTextBlock') {
      const runs = Array.isArray(element.inlines) ? element.inlines : [];
      read.push(runs.map((run) => (isObject(run) ? asText(run.text) : asText(run))).join(''));
    } else if (type !== 'TextRun') read.push(asText(element.text));
    read.push(asText(element.title), asText(element.label), asText(element.placeholder));
    // The value of a choice is what is sent, not what is read.
    if (under === 'facts' || (type.startsWith('Input.') && type !== 'Input.ChoiceSet'))
      read.push(asText(element.value));
  }
  // As a person reads it: what keeps a line from breaking is not seen.
  return read
    .filter((text) => text !== '')
    .map((text) => text.replaceAll('\u00a0', ' ').replaceAll('\u2011', '-').replaceAll('\u2060', ''));
}
