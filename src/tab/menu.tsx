import './menu.css';
import { Button } from '@fluentui/react-components';
import { ChevronDownRegular, MoreHorizontalRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';

export interface Choice {
  readonly label: string;
  /** "Alt+↑". */
  readonly keys?: string;
  readonly disabled?: boolean;
  choose(): void;
}

interface MenuProps {
  readonly label: string;
  /** Stands on the button; left out: three dots. */
  readonly shown?: string;
  /** Null ones are left out. */
  readonly choices: readonly (Choice | null)[];
}

/** A button with more choices, which stand in the page where the button does. */
export function Menu({ label, shown, choices }: MenuProps) {
  const [open, setOpen] = useState(false);
  const whole = useRef<HTMLSpanElement>(null);
  const list = useId();
  const all = choices.filter((choice) => choice !== null);
  useLayoutEffect(() => {
    if (!open) return;
    const place = () => intoSight(whole.current?.querySelector<HTMLElement>('[role="menu"]') ?? null);
    place();
    // After each layout in which the page or the button's row became wider or narrower.
    const watch = new ResizeObserver(place);
    for (const around of [document.documentElement, whole.current?.parentElement])
      if (around) watch.observe(around);
    return () => watch.disconnect();
  }, [open]);
  useEffect(() => {
    if (!open) return;
    entries(whole.current)[0]?.focus();
    const away = ({ target }: Event) => {
      if (!whole.current?.contains(target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);
  const close = () => {
    setOpen(false);
    whole.current?.querySelector('button')?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (!open || event.altKey || event.ctrlKey || event.metaKey) return;
    const items = entries(whole.current);
    const at = items.indexOf(event.target as HTMLButtonElement);
    const places: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: items.length - 1,
    };
    const to = places[event.key];
    if (event.key === 'Escape') close();
    else if (event.key === 'Tab') return setOpen(false);
    else if (to !== undefined) items[(to + items.length) % items.length]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the button and of the choices together
    <span ref={whole} className="menu" onKeyDown={press}>
      <Button
        appearance={shown ? 'secondary' : 'subtle'}
        icon={shown ? <ChevronDownRegular /> : <MoreHorizontalRegular />}
        iconPosition={shown ? 'after' : 'before'}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? list : undefined}
        onClick={() => setOpen(!open)}
      >
        {shown}
      </Button>
      {open && (
        <div id={list} role="menu" aria-label={label} className="menuList">
          {all.map((choice) => (
            <button
              key={choice.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className="menuItem"
              aria-disabled={choice.disabled ?? false}
              onClick={() => {
                if (choice.disabled) return;
                close();
                choice.choose();
              }}
            >
              <span>{choice.label}</span>
              {choice.keys && <span className="menuKeys">{choice.keys}</span>}
            </button>
          ))}
        </div>
      )}
    </span>
  );
}

/** On a narrow page the list would begin left of it: it is moved until all of it is seen. */
function intoSight(list: HTMLElement | null): void {
  if (!list) return;
  list.style.translate = '';
  const { left } = list.getBoundingClientRect();
  if (left < EDGE) list.style.translate = `${EDGE - left}px`;
}

const EDGE = 8;
const entries = (whole: HTMLElement | null): HTMLButtonElement[] => [
  ...(whole?.querySelectorAll<HTMLButtonElement>('[role="menuitem"]') ?? []),
];
