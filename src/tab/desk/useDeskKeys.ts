import { type RefObject, useEffect, useRef } from 'react';
import { type Rights, useDesk } from './deskContext.ts';
import { deskKey } from './deskKeys.ts';
import { goToItem, goToUnconfirmed, itemOfCursor, neighbour } from './moving.ts';

interface KeyActions {
  readonly rights: Rights;
  propose(itemId: string): void;
  showKeys(): void;
}

const isField = (element: Element | null): boolean =>
  element instanceof HTMLElement &&
  (element.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/u.test(element.tagName));

/** The keys of the desk; `?` lists them. */
export function useDeskKeys(root: RefObject<HTMLElement | null>, actions: KeyActions): void {
  const { room, act, say, texts } = useDesk();
  const present = useRef(actions);
  present.current = actions;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const key = event.isComposing ? null : deskKey(event, isField(document.activeElement));
      if (!key || !root.current) return;
      event.preventDefault();
      const { items, head } = room().view;
      const item = itemOfCursor(items);
      const { rights, propose, showKeys } = present.current;
      switch (key) {
        case 'next':
        case 'previous': {
          const inItem = document.activeElement?.closest('[data-item]') !== null;
          const to = inItem || !item ? neighbour(items, item, key === 'next' ? 1 : -1) : item;
          if (to) goToItem(to.itemId);
          return;
        }
        case 'meeting': {
          const here = head.position?.itemId;
          if (here) goToItem(here);
          else say(texts.nowhere);
          return;
        }
        case 'text':
          if (item) goToItem(item.itemId);
          return;
        case 'points': {
          const article = item && document.getElementById(`item-${item.itemId}`);
          const open = article?.querySelector<HTMLElement>('.point.open button, .point button');
          (open ?? article?.querySelector<HTMLElement>('h2'))?.focus();
          return;
        }
        case 'answer':
          if (item?.mainAnswer && rights.answer)
            void act({ ask: 'answer', itemId: item.itemId }, texts.allAnswered(item.mainAnswer.label));
          return;
        case 'confirm':
          if (!goToUnconfirmed(root.current)) say(texts.nothingPending);
          return;
        case 'proposal':
          if (item && rights.propose) propose(item.itemId);
          return;
        case 'keys':
          showKeys();
          return;
        default:
          key satisfies never;
      }
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [root, room, act, say, texts]);
}
