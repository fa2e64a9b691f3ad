import { useId, useState } from 'react';
import type { AskAnswer } from '../../views/page/ask.ts';
import { useDesk } from './deskContext.ts';

interface MoveFormProps {
  readonly label: string;
  readonly itemId: string;
  move(toItemId: string): Promise<AskAnswer>;
  close(): void;
}

/** Chooses the item to which something belongs. */
export function MoveForm({ label, itemId, move, close }: MoveFormProps) {
  const { texts, room } = useDesk();
  const items = room().view.items.filter((item) => item.kind === 'item' && item.itemId !== itemId);
  const [to, setTo] = useState(items[0]?.itemId ?? '');
  const id = useId();
  return (
    <form
      className="moveForm"
      onSubmit={(event) => {
        event.preventDefault();
        void move(to).then(({ kind }) => kind !== 'refused' && close());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <label htmlFor={id}>{label}</label>
      {/* biome-ignore lint/a11y/noAutofocus: it follows the press that opened it */}
      <select id={id} value={to} autoFocus onChange={({ target }) => setTo(target.value)}>
        {items.map((item) => (
          <option key={item.itemId} value={item.itemId}>
            {item.number === null ? item.title : `${item.number}. ${item.title}`}
          </option>
        ))}
      </select>
      <button type="submit" className="button small primary" disabled={to === ''}>
        {texts.move}
      </button>
      <button type="button" className="button small" onClick={close}>
        {texts.cancel}
      </button>
    </form>
  );
}
