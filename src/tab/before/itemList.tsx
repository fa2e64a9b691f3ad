import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { correctionTexts } from '../../wording/page/correctionTexts.ts';
import { addItem, moveItem, removeItem, shiftItem } from './agendaEdits.ts';
import type { Bench } from './bench.ts';
import { minutesTooMany, timesFollowOrder, timesOutOfOrder } from './clockTimes.ts';
import type { CorrectedItem } from './correction.ts';
import { ItemEditor } from './itemEditor.tsx';
import { type ItemDeeds, ItemRow } from './itemRow.tsx';
import { numberShown } from './numbering.ts';
import { mergeItem, splitItem } from './splitting.ts';

/** The items of the agenda as quiet rows, each corrected in place. */
export function ItemList({ bench }: { readonly bench: Bench }) {
  const { language, agenda, people, edit, newId, open, setOpen, lit, light, say } = bench;
  const texts = correctionTexts[language];
  const keys = useId();
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const [fresh, setFresh] = useState<string | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const { items } = agenda;
  const nameOf = (item: CorrectedItem) => texts.item(numberShown(items, item), item.title);
  const focusOn = (itemId: string | undefined) => {
    // What was changed is drawn before the next key is read, so that the row stands where it belongs.
    flushSync(() => undefined);
    if (itemId) buttons.current.get(itemId)?.focus();
  };
  const add = (after: string | null, kind: CorrectedItem['kind']) => {
    const id = newId();
    edit(addItem(after, { id, kind, title: kind === 'item' ? texts.fresh : texts.freshBreak }));
    setFresh(id);
    setOpen(id);
  };
  const deedsOf = (item: CorrectedItem, place: number): ItemDeeds => ({
    toggle: () => setOpen(open === item.id ? null : item.id),
    light: (on) => light(on ? { itemId: item.id, from: 'row' } : null),
    shift(by) {
      const to = place + by;
      if (to < 0 || to >= items.length) return;
      edit(shiftItem(item.id, by));
      say(texts.moved(nameOf(item), to + 1, items.length));
      focusOn(item.id);
    },
    go: (by) => focusOn(items[place + by]?.id),
    merge() {
      const before = items[place - 1];
      edit(mergeItem(item.id, texts.fresh));
      say(texts.merged(nameOf(item)), true);
      setOpen(before?.id ?? null);
      focusOn(before?.id);
    },
    remove() {
      edit(removeItem(item.id));
      say(texts.removedItem(nameOf(item)), true);
      focusOn((items[place + 1] ?? items[place - 1])?.id);
    },
    addAfter: (kind) => add(item.id, kind),
    drag(on) {
      setDragged(on ? item.id : null);
      if (!on) setOver(null);
    },
  });
  return (
    <section className="itemList" aria-label={texts.items}>
      <TimeRemarks bench={bench} />
      <ol>
        {items.map((item, place) => (
          <li
            key={item.id}
            className={over === item.id && dragged !== item.id ? 'dropBefore' : ''}
            onDragOver={(event) => {
              if (!dragged) return;
              event.preventDefault();
              setOver(item.id);
            }}
            onDrop={(event) => {
              if (!dragged) return;
              event.preventDefault();
              edit(moveItem(dragged, place));
              setDragged(null);
              setOver(null);
            }}
          >
            <ItemRow
              language={language}
              item={item}
              number={numberShown(items, item)}
              place={place}
              count={items.length}
              people={people}
              open={open === item.id}
              lit={lit?.itemId === item.id}
              keys={keys}
              hold={(button) => {
                if (button) buttons.current.set(item.id, button);
                else buttons.current.delete(item.id);
              }}
              deeds={deedsOf(item, place)}
            >
              {open === item.id && (
                <ItemEditor
                  language={language}
                  item={item}
                  people={people}
                  fresh={fresh === item.id}
                  newId={newId}
                  edit={edit}
                  newItem={(pointId) => {
                    const id = newId();
                    edit(splitItem(item.id, { kind: 'point', pointId }, { id, title: texts.fresh }));
                    say(texts.parted(nameOf(item)), true);
                    setFresh(id);
                    setOpen(id);
                  }}
                />
              )}
            </ItemRow>
          </li>
        ))}
      </ol>
      <div className="addItems">
        <Button
          icon={<AddRegular />}
          appearance="subtle"
          onClick={() => add(items.at(-1)?.id ?? null, 'item')}
        >
          {texts.addItem}
        </Button>
        <Button
          icon={<AddRegular />}
          appearance="subtle"
          onClick={() => add(items.at(-1)?.id ?? null, 'break')}
        >
          {texts.addBreak}
        </Button>
      </div>
      <p id={keys} className="quiet keys">
        {texts.keys}
      </p>
    </section>
  );
}

function TimeRemarks({ bench }: { readonly bench: Bench }) {
  const { agenda, edit, language } = bench;
  const texts = correctionTexts[language];
  const wrong = timesOutOfOrder(agenda);
  const tooMuch = minutesTooMany(agenda);
  if (!wrong && tooMuch === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{wrong ? texts.timesWrong : texts.tooMuch(tooMuch)}</MessageBarBody>
      {wrong && (
        <MessageBarActions>
          <Button onClick={() => edit(timesFollowOrder)}>{texts.mendTimes}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
