import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** botbuilder alone in a process of its own, answering every tap with that card; what Punkt is compared with. */
export async function startBareBot(card: Record<string, unknown>) {
  const folder = await mkdtemp(join(tmpdir(), 'punkt-bench-'));
  const file = join(folder, 'card.json');
  await writeFile(file, JSON.stringify(card));
  const program = new URL('bareBotProgram.js', import.meta.url).pathname;
  const child = spawn(process.execPath, [program, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    url: `http://127.0.0.1:${line.toString().trim()}`,
    pid: child.pid ?? 0,
    async stop(): Promise<void> {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}
