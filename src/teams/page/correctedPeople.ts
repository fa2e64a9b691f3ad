import { newPerson, type People } from '../../meeting/people.ts';
import type { NewId } from '../../service/clock.ts';
import type { Ask } from '../../views/page/ask.ts';
import { withSpeaker } from '../speakingFor.ts';

/** The people with those whom a corrected agenda adds or words anew; undefined where the ask concerns nobody. */
export function correctedPeople(ask: Ask): ((known: People) => People) | undefined {
  if (ask.ask !== 'correctAgenda' || ask.agenda.people.length === 0) return undefined;
  const { people } = ask.agenda;
  return (known) => {
    const changed: Record<string, People[string]> = { ...known };
    for (const { personId, name, title, organisation } of people) {
      const before = known[personId];
      changed[personId] = before
        ? { ...before, name, title, organisation }
        : newPerson(personId, name, { title, organisation });
    }
    return changed;
  };
}

/** The people with somebody new in whose name the ask registers something. */
export function namedSpeaker(ask: Ask, newId: NewId): ((known: People) => People) | undefined {
  const name = 'onBehalfOf' in ask ? ask.onBehalfOf : undefined;
  return name ? (known) => withSpeaker(known, name, newId) : undefined;
}
