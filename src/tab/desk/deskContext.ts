import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Ask, AskAnswer } from '../../views/page/ask.ts';
import { type DeskTexts, deskTexts } from '../../wording/page/deskTexts.ts';
import type { Room } from '../room.ts';
import type { DeskTextKeeper } from './keeping/deskTextKeeper.ts';
import type { ItemText, TextState } from './keeping/itemText.ts';

/** What the parts of the desk share. It stays the same object, so that a change draws only what it is about. */
export interface DeskContext {
  /** The room as it is now. */
  room(): Room;
  readonly language: Room['language'];
  readonly keeper: DeskTextKeeper;
  /** Proposals that were opened at this desk, and take the cursor when they are there. */
  readonly opened: Set<string>;
  /** Tells who cannot see it what was done. */
  say(sentence: string): void;
  /** Shows why words were not taken, and the words, so that they can be used elsewhere. */
  lost(sentence: string, text: string): void;
  /** Shows why something was not done; the words stand where they were typed. */
  refused(sentence: string): void;
  /** Asks, and shows the refusal if there is one; `said`: what to tell when it was done. */
  act(ask: Ask, said?: string): Promise<AskAnswer>;
}

export const Desks = createContext<DeskContext | null>(null);

/** Only below the desk. */
export function useDesk(): DeskContext & { readonly texts: DeskTexts } {
  const desk = useContext(Desks);
  if (!desk) throw new Error('outside of the desk');
  return { ...desk, texts: deskTexts[desk.language] };
}

/** What this reader may do, from the server's table. */
export interface Rights {
  readonly leading: boolean;
  /** Texts under *Referat*. */
  readonly write: boolean;
  readonly answer: boolean;
  readonly decide: boolean;
  readonly note: boolean;
  readonly propose: boolean;
}

export function useTextState(text: ItemText): TextState {
  return useSyncExternalStore(
    (heard) => text.subscribe(heard),
    () => text.state,
  );
}

/** "4", or the title of what has no number. */
export const numberOf = (item: { readonly number: string | null; readonly title: string }): string =>
  item.number ?? item.title;

/** Ids of elements, to go to them by keyboard. */
export const itemElement = (itemId: string): string => `item-${itemId}`;
export const textElement = (itemId: string): string => `text-${itemId}`;
/** Id of the element that says how Tab is meant in a text. */
export const TAB_HINT = 'desk-tab-hint';
