import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';

const root = new URL('../../', import.meta.url).pathname;
/** esbuild's list of what went where. */
const { outputs } = JSON.parse(readFileSync(join(root, 'dist/tab/meta.json'), 'utf8')) as {
  readonly outputs: Readonly<
    Record<
      string,
      {
        readonly entryPoint?: string;
        readonly imports: readonly { readonly path: string; readonly kind: string }[];
        readonly inputs: Readonly<Record<string, unknown>>;
      }
    >
  >;
};

const outputOf = (entry: string): string => {
  const [path = ''] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === entry) ?? [];
  expect(path).not.toBe('');
  return path;
};

/** The files that a browser loads for these entries, without what they load later. */
function loaded(...entries: readonly string[]): Set<string> {
  const found = new Set<string>();
  const follow = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    for (const { path: other, kind } of outputs[path]?.imports ?? [])
      if (kind === 'import-statement') follow(other);
  };
  for (const entry of entries) follow(outputOf(entry));
  return found;
}

/** Bytes on the wire. */
const gzipped = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(root, file)), { level: 9 }).length, 0);

const panel = loaded('src/tab/main.tsx', 'src/tab/shell/teamsHost.ts', 'src/tab/panel/panel.tsx');
const stage = loaded('src/tab/main.tsx', 'src/tab/shell/teamsHost.ts', 'src/tab/stage/stage.tsx');

describe('the scripts of the page', () => {
  it('are under 250 KB in all for the side panel in Teams, gzipped', () => {
    expect(gzipped(panel)).toBeLessThan(250_000);
    expect(gzipped(panel)).toBeGreaterThan(50_000);
  });

  it('are no more for the big screen than for the panel', () => {
    expect(gzipped(stage)).toBeLessThan(250_000);
  });

  it('bring neither editor nor desk to panel and screen', () => {
    const inputs = [...panel, ...stage].flatMap((file) => Object.keys(outputs[file]?.inputs ?? {}));
    expect(
      inputs.filter((name) => /prosemirror|node-diff3|src\/tab\/(?:desk|before|after)\//u.test(name)),
    ).toEqual([]);
  });

  it('hold nothing of React that is for development', () => {
    const inputs = Object.values(outputs).flatMap((output) => Object.keys(output.inputs));
    expect(inputs.filter((name) => /react(?:-dom)?\/cjs\/.*development/u.test(name))).toEqual([]);
  });
});
