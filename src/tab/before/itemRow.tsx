import { ChevronDownRegular, ChevronRightRegular, ReOrderDotsVerticalRegular } from '@fluentui/react-icons';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Language } from '../../meeting/agenda.ts';
import { correctionTexts } from '../../wording/page/correctionTexts.ts';
import { Menu } from '../menu.tsx';
import type { CorrectedItem, CorrectedPerson } from './correction.ts';
import { RowFacts } from './rowFacts.tsx';

/** What can be done with an item as a whole. */
export interface ItemDeeds {
  toggle(): void;
  light(on: boolean): void;
  shift(by: -1 | 1): void;
  /** To the row above or below. */
  go(by: -1 | 1): void;
  merge(): void;
  remove(): void;
  addAfter(kind: CorrectedItem['kind']): void;
  drag(on: boolean): void;
}

interface ItemRowProps {
  readonly language: Language;
  readonly item: CorrectedItem;
  readonly number: string | null;
  readonly place: number;
  readonly count: number;
  readonly people: readonly CorrectedPerson[];
  readonly open: boolean;
  readonly lit: boolean;
  readonly keys: string;
  readonly hold: (button: HTMLButtonElement | null) => void;
  readonly deeds: ItemDeeds;
  /** The editor, where it is open. */
  readonly children: ReactNode;
}

/** A quiet row; pressed it opens into its editor. */
export function ItemRow(props: ItemRowProps) {
  const { language, item, number, open, lit, keys, hold, deeds, children } = props;
  const texts = correctionTexts[language];
  const name = texts.item(number, item.title);
  const press = ({
    key,
    altKey,
    preventDefault,
  }: Pick<KeyboardEvent, 'key' | 'altKey' | 'preventDefault'>) => {
    const by = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : null;
    if (by === null) return;
    preventDefault();
    if (altKey) deeds.shift(by);
    else deeds.go(by);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: light for the pointer; the button gives it to the keyboard
    <div
      className={['itemRow', item.kind, open ? 'open' : '', lit ? 'lit' : ''].join(' ')}
      data-item={item.id}
      onMouseEnter={() => deeds.light(true)}
      onMouseLeave={() => deeds.light(false)}
      onFocus={() => deeds.light(true)}
      onBlur={() => deeds.light(false)}
    >
      <div className="rowLine">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a comfort for the pointer; keys and menu do the same */}
        <span
          className="grip"
          draggable
          title={texts.drag(name)}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            event.dataTransfer.setData('text/x-punkt-item', item.id);
            deeds.drag(true);
          }}
          onDragEnd={() => deeds.drag(false)}
        >
          <ReOrderDotsVerticalRegular aria-hidden="true" />
        </span>
        <button
          ref={hold}
          type="button"
          className="rowButton"
          aria-expanded={open}
          aria-describedby={keys}
          onClick={deeds.toggle}
          onKeyDown={(event) =>
            press({ key: event.key, altKey: event.altKey, preventDefault: () => event.preventDefault() })
          }
        >
          <span className="rowNumber">{number ?? ''}</span>
          <span className="rowText">
            <span className="rowTitle">{item.title}</span>
            <RowFacts language={language} item={item} people={props.people} />
          </span>
          {open ? <ChevronDownRegular aria-hidden="true" /> : <ChevronRightRegular aria-hidden="true" />}
        </button>
        <RowMenu {...props} name={name} />
      </div>
      {children}
    </div>
  );
}

function RowMenu({ language, place, count, deeds, name }: ItemRowProps & { readonly name: string }) {
  const texts = correctionTexts[language];
  return (
    <Menu
      label={texts.more(name)}
      choices={[
        { label: texts.moveUp, keys: 'Alt+↑', disabled: place === 0, choose: () => deeds.shift(-1) },
        { label: texts.moveDown, keys: 'Alt+↓', disabled: place === count - 1, choose: () => deeds.shift(1) },
        { label: texts.merge, disabled: place === 0, choose: deeds.merge },
        { label: texts.addItemAfter, choose: () => deeds.addAfter('item') },
        { label: texts.addBreakAfter, choose: () => deeds.addAfter('break') },
        { label: texts.removeItem, disabled: count === 1, choose: deeds.remove },
      ]}
    />
  );
}
