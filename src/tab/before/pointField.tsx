import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, useState } from 'react';
import type { CorrectionTexts } from '../../wording/page/correctionTexts.ts';

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
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            aria-label={texts.pointMenu(index + 1)}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={deeds.split}>{texts.splitPoint}</MenuItem>
            <MenuItem disabled={index === 0} onClick={deeds.merge}>
              {texts.mergePoint}
            </MenuItem>
            <MenuItem disabled={index === 0} onClick={() => deeds.shift(-1)}>
              {texts.moveUp}
            </MenuItem>
            <MenuItem disabled={index === count - 1} onClick={() => deeds.shift(1)}>
              {texts.moveDown}
            </MenuItem>
            <MenuItem onClick={deeds.newItem}>{texts.newItemHere}</MenuItem>
            <MenuItem onClick={deeds.remove}>{texts.removePoint}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </li>
  );
}
