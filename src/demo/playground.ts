import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { demoTexts } from '../wording/demoTexts.ts';
import { ChildProgram } from './childProgram.ts';
import { DemoRefusal } from './demoRefusal.ts';

/**
 * The program's file, as seen from a module's URL.
 * @throws DemoRefusal where it is not installed: Punkt itself does without it.
 */
export function findPlayground(from: string = import.meta.url): string {
  try {
    const found = createRequire(from).resolve('@microsoft/m365agentsplayground/package.json');
    return join(dirname(found), 'cli.js');
  } catch {
    throw new DemoRefusal(demoTexts.noPlayground);
  }
}

export interface PlaygroundStart {
  readonly script: string;
  readonly port: number;
  /** URL of the bot's entrance. */
  readonly bot: string;
  /** Text of its configuration file. */
  readonly config: string;
  /** Folder for its configuration and log. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Starts the Playground: no browser, no telemetry, nothing outside of its folder. */
export async function startPlayground(start: PlaygroundStart): Promise<ChildProgram> {
  const { folder, port } = start;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, '.m365agentsplayground.yml'), start.config);
  return new ChildProgram({
    name: 'Agents Playground',
    script: start.script,
    args: [
      ...['--app-endpoint', start.bot, '--channel-id', 'msteams', '--port', String(port)],
      ...['--service-url', `http://127.0.0.1:${port}/_connector`, '--disable-telemetry'],
    ],
    preload: [new URL('./loopbackOnly.js', import.meta.url).href],
    env: {
      ...start.env,
      TEAMSAPPTESTER_BROWSER: 'none',
      APPLICATION_INSIGHTS_NO_STATSBEAT: '1',
      M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'playground.log'),
    },
    folder,
    log: join(folder, 'output.log'),
  });
}
