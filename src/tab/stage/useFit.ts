import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

const LARGEST = 1.3;
const SMALLEST = 0.5;
const STEP = 0.05;

/** Makes the letters of an element as large as its place allows, anew for each `content` and size of the window. */
export function useFit<T extends HTMLElement>(content: unknown): RefObject<T | null> {
  const element = useRef<T>(null);
  const fit = () => {
    const { current } = element;
    if (!current) return;
    for (let scale = LARGEST; ; scale -= STEP) {
      current.style.setProperty('--scale', scale.toFixed(2));
      if (scale <= SMALLEST || current.scrollHeight <= current.clientHeight) return;
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn depends on the content
  useLayoutEffect(fit, [content]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it reads the element as it is then
  useEffect(() => {
    window.addEventListener('resize', fit);
    return () => window.removeEventListener('resize', fit);
  }, []);
  return element;
}
