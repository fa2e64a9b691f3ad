import { Field, Input, Textarea } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';

interface TypedFieldProps<T> {
  readonly label: string;
  readonly value: T;
  /** As it is shown. */
  readonly write: (value: T) => string;
  /** Undefined: it cannot be read, and is not taken. */
  readonly read: (typed: string) => T | undefined;
  readonly wrong: string;
  readonly hint?: string;
  readonly className?: string;
  readonly lines?: number;
  readonly inputMode?: 'numeric';
  readonly type?: 'date';
  readonly autoFocus?: boolean;
  readonly change: (value: T) => void;
}

/**
 * A field that is taken as one types. What cannot be read stays as it was typed, with the reason, until it is mended;
 * what is taken back, or corrected by others, is shown at once.
 */
export function TypedField<T>(props: TypedFieldProps<T>) {
  const { label, value, write, read, wrong, hint, className, lines, change } = props;
  const shown = write(value);
  const [typed, setTyped] = useState<string | null>(null);
  const meant = typed === null ? undefined : read(typed);
  const unread = typed !== null && meant === undefined;
  const asTyped = typed !== null && (meant === undefined || write(meant) === shown);
  const text = asTyped ? typed : shown;
  const take = (next: string) => {
    setTyped(next);
    const value = read(next);
    if (value !== undefined && write(value) !== shown) change(value);
  };
  const leave = () => {
    if (unread) return;
    if (asTyped && text !== text.trim()) take(text.trim());
    setTyped(null);
  };
  const field: ReactNode =
    lines === undefined ? (
      <Input
        value={text}
        type={props.type ?? 'text'}
        inputMode={props.inputMode}
        autoFocus={props.autoFocus}
        onChange={(_, data) => take(data.value)}
        onFocus={({ target }) => props.autoFocus && target.select()}
        onBlur={leave}
      />
    ) : (
      <Textarea
        value={text}
        rows={lines}
        resize="vertical"
        onChange={(_, data) => take(data.value)}
        onBlur={leave}
      />
    );
  return (
    <Field
      label={label}
      hint={hint ?? null}
      className={className ?? ''}
      validationState={unread ? 'error' : 'none'}
      validationMessage={unread ? wrong : null}
    >
      {field}
    </Field>
  );
}

/** Text that may be missing: empty is nothing. */
export const optionalText = {
  write: (value: string | null): string => value ?? '',
  read: (typed: string): string | null => (typed.trim() === '' ? null : typed),
};
