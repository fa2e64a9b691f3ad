import { spawn } from 'node:child_process';

/** Opens an address in the user's browser where there is a desktop; where that fails, the address is printed anyway. */
export function openBrowser(url: string): void {
  const command = commandFor(process.platform, process.env);
  if (!command) return;
  const [program, ...args] = command;
  const child = spawn(program, [...args, url], { detached: true, stdio: 'ignore' });
  child.on('error', () => {});
  child.unref();
}

/** The program that opens addresses, null where there is no desktop to open one on. */
export function commandFor(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): readonly [string, ...string[]] | null {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['cmd', '/c', 'start', ''];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open'] : null;
}
