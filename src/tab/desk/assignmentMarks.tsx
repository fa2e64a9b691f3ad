import { useId, useState } from 'react';
import type { PageDecision } from '../../views/page/pageView.ts';
import { writeDue } from '../../wording/due.ts';
import { useDesk } from './deskContext.ts';

interface MarksProps {
  readonly itemId: string;
  readonly decision: PageDecision;
  /** Opens the form. */
  open(): void;
}

/** Who is responsible, and until when, as small marks that can be taken off one by one. */
export function AssignmentMarks({ itemId, decision, open }: MarksProps) {
  const { texts, act, language } = useDesk();
  const { responsible, due, may, decisionId, number } = decision;
  if (responsible.length === 0 && !due) return null;
  const names = responsible.map(({ name }) => name);
  const assign = (rest: readonly string[], until: string | null) =>
    void act({ ask: 'assign', itemId, decisionId, responsible: [...rest], due: until }, texts.done);
  const until = due && writeDue(due, language);
  return (
    <ul className="marks" aria-label={texts.assignFor(number)}>
      {responsible.map(({ kind, name }) => (
        <li key={`${kind} ${name}`} className="assigned">
          <Mark label={texts.responsible} value={name} edit={may.assign ? open : null} />
          {may.assign && (
            <button
              type="button"
              className="takeOff"
              aria-label={texts.removeResponsible(name)}
              onClick={() =>
                assign(
                  names.filter((one) => one !== name),
                  due?.text ?? null,
                )
              }
            >
              ×
            </button>
          )}
        </li>
      ))}
      {until && (
        <li className="assigned">
          <Mark label={texts.due} value={until} edit={may.assign ? open : null} />
          {may.assign && (
            <button
              type="button"
              className="takeOff"
              aria-label={texts.removeDue(until)}
              onClick={() => assign(names, null)}
            >
              ×
            </button>
          )}
        </li>
      )}
    </ul>
  );
}

function Mark(props: { readonly label: string; readonly value: string; readonly edit: (() => void) | null }) {
  const { label, value, edit } = props;
  const shown = (
    <>
      <span className="markLabel">{label}: </span>
      {value}
    </>
  );
  return edit ? (
    <button type="button" className="markValue" onClick={edit}>
      {shown}
    </button>
  ) : (
    <span className="markValue">{shown}</span>
  );
}

interface FormProps {
  readonly itemId: string;
  readonly decision: PageDecision;
  close(): void;
}

/** Names and deadline as they are typed; the server finds who is meant. */
export function AssignmentForm({ itemId, decision, close }: FormProps) {
  const { texts, act, room } = useDesk();
  const [names, setNames] = useState(decision.responsible.map(({ name }) => name).join(', '));
  const [due, setDue] = useState(decision.due?.text ?? '');
  const id = useId();
  const { decisionId, number } = decision;
  const known = [
    ...new Set(room().view.head.people.flatMap(({ name, organisation }) => [name, organisation ?? ''])),
  ].filter((name) => name !== '');
  return (
    <form
      className="assignForm"
      aria-label={texts.assignFor(number)}
      onSubmit={(event) => {
        event.preventDefault();
        const responsible = names.split(/[,;]/u).flatMap((name) => name.trim() || []);
        const ask = { ask: 'assign', itemId, decisionId, responsible, due: due.trim() || null } as const;
        void act(ask, texts.done).then(({ kind }) => kind !== 'refused' && close());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <label>
        {texts.responsible}
        {/* biome-ignore lint/a11y/noAutofocus: it follows the press that opened it */}
        <input autoFocus list={id} value={names} onChange={({ target }) => setNames(target.value)} />
        <small>{texts.responsibleHint}</small>
      </label>
      <datalist id={id}>
        {known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <label>
        {texts.due}
        <input value={due} onChange={({ target }) => setDue(target.value)} />
        <small>{texts.dueHint}</small>
      </label>
      <div className="row-of-buttons">
        <button type="submit" className="button small primary">
          {texts.save}
        </button>
        <button type="button" className="button small" onClick={close}>
          {texts.cancel}
        </button>
      </div>
    </form>
  );
}
