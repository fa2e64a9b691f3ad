import { once } from 'node:events';
import { createServer } from 'node:net';
import { demoTexts } from '../wording/demoTexts.ts';
import { DemoRefusal } from './demoRefusal.ts';

/** @throws DemoRefusal naming the option that chooses another port, where `port` of this machine is taken. */
export async function requireFree(port: number, option: string): Promise<void> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new DemoRefusal(demoTexts.portInUse(port, option));
    if (code === 'EACCES') throw new DemoRefusal(demoTexts.portRefused(port, option));
    throw error;
  }
  server.close();
  await once(server, 'close');
}
