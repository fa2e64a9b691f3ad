import { useEffect, useRef } from 'react';
import { useDesk } from './deskContext.ts';

/** The keys of the desk, as a list over it. */
export function Shortcuts({ close }: { readonly close: () => void }) {
  const { texts } = useDesk();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  return (
    <dialog ref={dialog} className="shortcuts" aria-labelledby="desk-keys" onClose={close}>
      <h2 id="desk-keys">{texts.keys}</h2>
      <p>{texts.keysIntro}</p>
      <dl className="keyRows">
        {texts.keyRows.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit" className="button primary">
          {texts.keysClose}
        </button>
      </form>
    </dialog>
  );
}
