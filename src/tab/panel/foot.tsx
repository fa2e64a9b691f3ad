import { type ReactNode, useLayoutEffect, useRef } from 'react';

/** Stays in sight at the bottom; what gets the focus is scrolled clear of it. */
export function Foot({ children }: { readonly children: ReactNode }) {
  const foot = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const { current } = foot;
    if (!current) return;
    const { style } = document.documentElement;
    const watch = new ResizeObserver(() => {
      // A little more, for the ring around what has the focus.
      style.scrollPaddingBottom = `${current.offsetHeight + 8}px`;
    });
    watch.observe(current);
    return () => {
      watch.disconnect();
      style.scrollPaddingBottom = '';
    };
  }, []);
  return (
    <footer ref={foot} className="panelSteps">
      {children}
    </footer>
  );
}
