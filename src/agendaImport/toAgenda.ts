import type { Agenda, AgendaItem, Language, Layout, Responsible } from '../meeting/agenda.ts';
import { newPerson, organisationsOf, type People, type Person, withName } from '../meeting/people.ts';
import { minutesTexts } from '../wording/minutesTexts.ts';
import { matchName } from '../wording/personName.ts';
import type { ImportedAgenda, ImportedItem } from './contract.ts';
import { recommendingClauseOf, sectionLabelOf } from './sectionLabels.ts';

/**
 * The imported agenda with ids of our own in place of names, and the people with those that it adds. Persons known
 * under exactly the same name keep their id, also over a second import. `language` is that of the meeting.
 */
export function toAgenda(
  imported: ImportedAgenda,
  known: People,
  newId: () => string,
  language: Language = imported.language ?? 'da',
): { readonly agenda: Agenda; readonly people: People } {
  let people = known;
  const put = (person: Person): string => {
    people = { ...people, [person.id]: person };
    return person.id;
  };
  const taken = new Set<string>();
  const participants = imported.participants.map((imported) => {
    const { name, title, organisation, role, apologies, guest, written: came } = imported;
    const facts = { title, organisation, role };
    const same = samePerson(withName(people, name), taken, organisation);
    const personId = same ? put({ ...same, ...facts }) : put(newPerson(newId(), name, facts));
    taken.add(personId);
    return { personId, apologies, guest, ...(came ? { written: came } : {}) };
  });
  const list = () => Object.values(people).map(({ id, name }) => ({ id, name }));
  /** The person meant: exact, or the only one that the name can mean; else somebody new. */
  const personOf = (name: string): string => {
    const [same] = withName(people, name);
    if (same) return same.id;
    const match = matchName(name, list());
    if (match.kind === 'one') return match.id;
    return put(newPerson(newId(), name));
  };
  const chairs = imported.chairs.map(personOf);
  const minuteTakers = imported.minuteTakers.map(personOf);
  const items = imported.items.map(
    (item): AgendaItem => ({
      id: newId(),
      kind: item.kind,
      number: item.number,
      title: item.title,
      presenters: item.presenters.map(personOf),
      start: item.start,
      end: item.end,
      durationMinutes: item.durationMinutes,
      closed: item.closed,
      points: item.recommendations
        .filter((text) => text.trim() !== '')
        .map((text) => ({ id: newId(), text: text.trim() })),
      description: item.description,
      attachments: item.attachments,
      written: written(item, responsibleOf),
      ...(item.anchors ? { anchors: item.anchors } : {}),
    }),
  );
  const { participants: _people, warnings: _warnings, unplaced: _unplaced, ...head } = imported;
  const layout = layoutIn(language, imported.layout);
  return { agenda: { ...head, chairs, minuteTakers, participants, items, layout, language }, people };

  function responsibleOf(name: string): Responsible {
    const organisation = organisationsOf(people).find((one) => one.toLowerCase() === name.toLowerCase());
    if (organisation) return { kind: 'organisation', name: organisation };
    const match = matchName(name, list());
    if (match.kind === 'one') return { kind: 'person', personId: match.id };
    return { kind: 'text', text: name };
  }
}

/** The minutes of an English meeting have English headings, where the Danish ones are of the known kinds; in the head all. */
function layoutIn(language: Language, layout: Layout): Layout {
  if (language === 'da') return layout;
  const danish = (label: string) => (sectionLabelOf(label) ?? recommendingClauseOf(label)) !== null;
  const sections = layout.sections.map(({ kind, label }) => ({
    kind,
    label: label !== null && danish(label) ? minutesTexts[language].sections[kind] : label,
  }));
  return { sections, points: layout.points };
}

/** Of those with the name, the one of that organisation, else one that nobody in this list is yet. */
function samePerson(
  namesakes: readonly Person[],
  taken: ReadonlySet<string>,
  organisation: string | null,
): Person | undefined {
  const free = namesakes.filter((person) => !taken.has(person.id));
  return free.find((person) => person.organisation === organisation) ?? free[0];
}

/** Only what stands under a decision label becomes a decision; prose is never registered by itself. */
function written(item: ImportedItem, responsibleOf: (name: string) => Responsible): AgendaItem['written'] {
  const stated = item.decisions.filter((decision) => decision.certainty === 'stated');
  if (!item.discussion && stated.length === 0) return null;
  return {
    discussion: item.discussion,
    decisions: stated.map(({ text, responsible, due }) => ({
      text,
      responsible: responsible.filter((name) => name.trim() !== '').map(responsibleOf),
      due,
    })),
  };
}
