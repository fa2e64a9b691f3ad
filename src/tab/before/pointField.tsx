import { type KeyboardEvent, useState } from 'react';
import type { CorrectionTexts } from '../../wording/page/correctionTexts.ts';
import { Menu } from '../menu.tsx';

/** What can be done with a point besides typing in it. */
export interface PointDeeds {
  change(text: string): void;
  split(): void;
  merge(): void;
  shift(by: -1 | 1): void;
  remove(): void;
  newItem(): void;
}

interface PointFieldProps {
  readonly texts: CorrectionTexts;
  readonly text: string;
  readonly index: number;
  readonly count: number;
  /** Id of what tells the keys. */
  readonly keys: string;
  readonly hold: (field: HTMLTextAreaElement | null) => void;
  readonly deeds: PointDeeds;
}

/** A point of the recommendation. Emptied it keeps its place until it is left, and then goes. */
export function PointField({ texts, text, index, count, keys, hold, deeds }: PointFieldProps) {
  const [emptied, setEmptied] = useState(false);
  const empty = emptied || text.trim() === texts.pointBegin.trim();
  const type = (typed: string) => {
    const line = typed.replace(/\s*\n\s*/gu, ' ');
    setEmptied(line.trim() === '');
    if (line.trim() !== '') deeds.change(line);
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { key, altKey, shiftKey, currentTarget } = event;
    const atStart = currentTarget.selectionStart === 0 && currentTarget.selectionEnd === 0;
    if (key === 'Enter' && !shiftKey) deeds.split();
    else if (key === 'Backspace' && emptied) deeds.remove();
    else if (key === 'Backspace' && atStart && index > 0) deeds.merge();
    else if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) deeds.shift(key === 'ArrowUp' ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <li>
      <textarea
        ref={hold}
        rows={Math.max(1, Math.ceil(text.length / 60))}
        aria-label={texts.point(index + 1)}
        aria-describedby={keys}
        value={emptied ? '' : text}
        onChange={({ target }) => type(target.value)}
        onBlur={() => empty && deeds.remove()}
        onKeyDown={press}
      />
      <Menu
        label={texts.pointMenu(index + 1)}
        choices={[
          { label: texts.splitPoint, choose: deeds.split },
          { label: texts.mergePoint, disabled: index === 0, choose: deeds.merge },
          { label: texts.moveUp, keys: 'Alt+↑', disabled: index === 0, choose: () => deeds.shift(-1) },
          {
            label: texts.moveDown,
            keys: 'Alt+↓',
            disabled: index === count - 1,
            choose: () => deeds.shift(1),
          },
          { label: texts.newItemHere, choose: deeds.newItem },
          { label: texts.removePoint, choose: deeds.remove },
        ]}
      />
    </li>
  );
}
