import type { Agenda, ImportWarning, Language } from '../meeting/agenda.ts';
import { evolve } from '../meeting/evolve.ts';
import type { Meeting } from '../meeting/state.ts';
import { noMeeting } from '../meeting/state.ts';
import { fileTexts } from '../wording/fileTexts.ts';
import { type Button, type CardView, cut, rows } from './cardView.ts';
import { previewCard } from './previewCard.ts';

/** Up to so many chats have a button each; more stand in a list. */
const BUTTONS = 5;
/** Letters of a name that a button shows at 320 px: longer ones may not be told apart on buttons. */
const BUTTON_LETTERS = 24;
/** UTF-16 code units of JSON that the list may take. */
const LIST_ROOM = 4_000;

export interface DroppedAgenda {
  readonly source: { readonly name: string; readonly sha256: string; readonly format: string };
  readonly agenda: Agenda;
  readonly warnings: readonly ImportWarning[];
}

/** A chat that the meeting may be held in; `key` stands for its id. */
export interface PlaceChoice {
  readonly key: string;
  readonly name: string;
}

/** The meeting that the file alone would make. */
export function meetingOf({ source, agenda, warnings }: DroppedAgenda): Meeting {
  const [proposalId, withMinutes] = [source.sha256, false];
  const proposed = { type: 'AgendaProposed', v: 1, proposalId, source, agenda, withMinutes } as const;
  const meeting = evolve(noMeeting, {
    meetingId: 'dropped',
    version: 1,
    commandId: 'dropped',
    at: new Date(0).toISOString(),
    by: { kind: 'operator' },
    events: [{ ...proposed, warnings: [...warnings] }],
  });
  if (meeting.status === 'none') throw new Error('a proposed agenda makes a meeting');
  return meeting;
}

/** What was read of a file that somebody dropped, and where it may be placed; `places` null: it has been. */
export function dropCard(
  file: DroppedAgenda,
  places: readonly PlaceChoice[] | null,
  language: Language,
  notice: string | null,
  limit?: number,
): CardView {
  const t = fileTexts[language];
  const { sha256 } = file.source;
  // Who dropped it has read it: nothing of it is closed to them.
  const sight = { meeting: meetingOf(file), people: {}, language, audience: 'leading', notice } as const;
  const view = previewCard(sight, sha256, limit);
  const button = (label: Pick<Button, 'title'> & { tip: string }, verb: string, place?: string): Button => ({
    title: label.title,
    tooltip: label.tip,
    verb,
    style: 'default',
    data: { verb, m: 'dropped', t: '0', n: sha256, ...(place ? { place } : {}) },
  });
  const long = (one: PlaceChoice) => one.name.length > BUTTON_LETTERS;
  const listed =
    places !== null && places.length > 1 && (places.length > BUTTONS || places.some((one) => long(one)));
  const list = listed ? withinRoom(places) : [];
  const buttons =
    places === null
      ? []
      : places.length === 0
        ? [button(t.tryAgain, 'file.look')]
        : listed
          ? [button(t.place, 'file.place')]
          : places.map(({ key, name }) => button(t.placeIn(cut(name, 60)), 'file.place', key));
  return {
    ...view,
    model: {
      ...view.model,
      asksPlace: places !== null,
      placeQuestion: places?.length === 0 ? t.nowhere : t.where,
      listsPlaces: listed,
      placeLabel: list.length < (places?.length ?? 0) ? t.chooseNewestChat : t.chooseChat,
      places: list,
      // A name is long: one in a row.
      buttonRows: buttons.flatMap((one) => rows([one])),
    },
  };
}

/** The first of them, which are the newest, as many as there is room for. */
function withinRoom(places: readonly PlaceChoice[]): { title: string; value: string }[] {
  const list: { title: string; value: string }[] = [];
  let room = LIST_ROOM;
  for (const { key, name } of places) {
    const choice = { title: cut(name, 80), value: key };
    room -= JSON.stringify(choice).length;
    if (room < 0) break;
    list.push(choice);
  }
  return list;
}
