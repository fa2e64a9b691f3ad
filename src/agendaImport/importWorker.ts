import { parentPort, workerData } from 'node:worker_threads';
import { admitted, readSource } from './readSource.ts';

/** A thread that reads one file and ends: says when its modules are loaded, then what came of the file. */
interface Task {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

const { bytes, fileName } = workerData as Task;
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
parentPort?.postMessage('ready');
parentPort?.postMessage(await readSource(bytes, fileName));
