import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Language } from '../wording/outcome.ts';
import { DemoRefusal } from './demoRefusal.ts';

const cli = fileURLToPath(new URL('../cli.js', import.meta.url));
const Listed = z.array(z.object({ status: z.string(), conversation: z.string().nullable() }));

/** Whether a meeting has begun in the conversation, and not ended. @throws DemoRefusal where the store is unusable. */
export async function isUnderWay(
  conversation: string,
  env: Readonly<Record<string, string>>,
): Promise<boolean> {
  const meetings = Listed.parse(JSON.parse(await punkt(['meetings', '--json'], env)));
  const begun = ['running', 'paused'];
  return meetings.some((one) => one.conversation === conversation && begun.includes(one.status));
}

/**
 * Lays an agenda before the conversation. `chair` leads where the agenda names nobody for it (else null): Punkt's page
 * is opened as a person of the meeting, and an agenda may name none.
 * @throws DemoRefusal with what the command line says against it.
 */
export async function importInto(
  conversation: string,
  file: string,
  language: Language,
  chair: string | null,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const led = chair === null ? [] : ['--chair', chair];
  await punkt(['import', file, '--conversation', conversation, '--language', language, ...led, '--now'], env);
}

/** `npx punkt …`, as any user runs it. */
async function punkt(args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const child = spawn(process.execPath, [cli, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new DemoRefusal(Buffer.concat(err).toString().trim());
  return Buffer.concat(out).toString();
}
