// Bundles the page into dist/tab: index.html, hashed files in assets/, which packages are in them (bundled.json) with
// their licences (LICENSES.txt), and what went where (meta.json, for the tests of sizes). Runs after tsc: the sentences
// of index.html come from dist.

import { rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { directImports } from './directImports.mjs';
import { indexHtml } from './indexHtml.mjs';
import { bundledPackages, licencesText } from './licences.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'dist/tab');
const entry = 'src/tab/main.tsx';
const options = {
  absWorkingDir: root,
  outdir: 'dist/tab/assets',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  bundle: true,
  minify: true,
  target: ['es2022', 'chrome109', 'safari16.4', 'firefox115'],
  // Licences stand in LICENSES.txt, whole.
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
};

rmSync(folder, { recursive: true, force: true });
const { metafile } = await build({
  ...options,
  entryPoints: { punkt: entry },
  splitting: true,
  format: 'esm',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  loader: { '.css': 'empty' },
  plugins: [directImports(root)],
});
// The styles of all parts in one file, which is there before anything is drawn.
const styles = Object.keys(metafile.inputs)
  .filter((file) => file.endsWith('.css'))
  .sort();
const css = await build({
  ...options,
  entryPoints: undefined,
  stdin: {
    contents: styles.map((file) => `@import "./${file}";`).join('\n'),
    resolveDir: root,
    sourcefile: 'punkt.css',
    loader: 'css',
  },
  entryNames: 'punkt-[hash]',
});

const [script, { imports }] =
  Object.entries(metafile.outputs).find(([, one]) => one.entryPoint === entry) ?? [];
const [style] = Object.keys(css.metafile.outputs);
const address = (file) => `/tab/assets/${basename(file)}`;
const { shellTexts } = await import(new URL('../../dist/wording/page/shellTexts.js', import.meta.url));
const html = indexHtml({
  script: address(script),
  style: address(style),
  preloads: imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => address(path)),
  noScript: shellTexts.da.noScript,
});
await writeFile(join(folder, 'index.html'), html);
await writeFile(join(folder, 'meta.json'), JSON.stringify(metafile));
const packages = await bundledPackages(root, metafile);
await writeFile(join(folder, 'LICENSES.txt'), await licencesText(packages));
const named = packages.map(({ name, version, license }) => ({ name, version, license }));
await writeFile(join(folder, 'bundled.json'), JSON.stringify(named, null, 2));
