type Json = Record<string, unknown>;

const CARD = 'application/vnd.microsoft.card.adaptive';
/** Characters of UTF-16 that an activity has at most (design.md, rule 8). */
const LONGEST = 18_000;

/** What Teams cannot do with the answer to an invoke: it shows "Unable to reach app". Null: it takes it. */
export function notTaken(sent: Json, status: number, body: unknown): string | null {
  if (sent.type !== 'invoke' || status !== 200) return null;
  const length = JSON.stringify(body ?? null).length;
  if (length > LONGEST) return `an answer of ${length} characters`;
  return sent.name === 'adaptiveCard/action' ? notShown(body) : null;
}

/** `{statusCode, type, value}`, the value as its type has it (platform.md 1). */
function notShown(body: unknown): string | null {
  const { statusCode, type, value } = (body ?? {}) as Json;
  if (typeof statusCode !== 'number' || statusCode < 200 || statusCode > 599) return `status ${statusCode}`;
  switch (type) {
    case CARD:
      return notACard(value);
    case 'application/vnd.microsoft.activity.message':
      return typeof value === 'string' && value !== '' ? null : 'a message without text';
    case 'application/vnd.microsoft.error': {
      const { code, message } = (value ?? {}) as Json;
      return typeof code === 'string' && typeof message === 'string'
        ? null
        : 'an error without code or message';
    }
    default:
      return `the type ${type}`;
  }
}

/** Teams draws cards of version 1.5 at most, and routes an Action.Execute by its verb. */
export function notACard(card: unknown): string | null {
  const { type, version } = (card ?? {}) as Json;
  if (type !== 'AdaptiveCard') return `a card of type ${type}`;
  if (!/^1\.[0-5]$/u.test(String(version))) return `a card of version ${version}`;
  return withoutVerb(card) ? 'an Action.Execute without a verb' : null;
}

function withoutVerb(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  const { type, verb } = part as Json;
  if (type === 'Action.Execute' && (typeof verb !== 'string' || verb === '')) return true;
  return Object.values(part).some(withoutVerb);
}
