import { useEffect, useState } from 'react';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes files dropped anywhere on the page, which the browser would else open in its place. True: some hang over it. */
export function useDroppedFiles(take: ((files: readonly File[]) => void) | null): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    let left: ReturnType<typeof setTimeout> | undefined;
    const hang = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      clearTimeout(left);
      setOver(true);
      if (event.dataTransfer) event.dataTransfer.dropEffect = take ? 'copy' : 'none';
    };
    // It comes for each element that is left; that of the page is the last.
    const leave = () => {
      clearTimeout(left);
      left = setTimeout(() => setOver(false), 60);
    };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      clearTimeout(left);
      setOver(false);
      take?.([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragover', hang);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      clearTimeout(left);
      window.removeEventListener('dragover', hang);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [take]);
  return over && take !== null;
}
