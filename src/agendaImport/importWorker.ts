import { parentPort, workerData } from 'node:worker_threads';
import { admitted, type ImportResult, readSource } from './readSource.ts';

/** What the thread says: its modules are loaded; so many pages are read; what came of the file. Then it ends. */
export type Said =
  | { readonly kind: 'ready' }
  | { readonly kind: 'pages'; readonly pages: number }
  | { readonly kind: 'done'; readonly result: ImportResult };

export interface Task {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly today: string | undefined;
}

const { bytes, fileName, today } = workerData as Task;
switch (admitted(bytes, fileName)) {
  case 'pdf':
    await Promise.all([
      import('./pdf/pdfReader.ts'),
      import('unpdf').then((unpdf) => unpdf.getResolvedPDFJS()),
    ]);
    break;
  case 'docx':
    await import('./docx/docxReader.ts');
    break;
  case 'html':
    await import('./html/htmlReader.ts');
    break;
}
await import('./parseAgenda.ts');
const say = (said: Said): void => parentPort?.postMessage(said);
say({ kind: 'ready' });
const result = await readSource(bytes, fileName, {
  today,
  onPages: (pages) => say({ kind: 'pages', pages }),
});
say({ kind: 'done', result });
