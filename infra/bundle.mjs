// Puts the server and the command line into few files (dist/server), so that a start does not look up 1,300 of them.
// Bundled are our own code and what every start loads; what is loaded when it is needed stays a package: it may have
// data of its own (fonts), be native (lmdb), or be large.
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundledPackages, licencesText } from '../src/tab/licences.mjs';

const atEveryStart = [
  'adaptive-expressions',
  'adaptivecards-templating',
  'botbuilder',
  'commander',
  'express',
  'pino',
  'zod',
];
const root = new URL('..', import.meta.url).pathname;
// As deep as the compiled sources, and all files side by side: what they name beside themselves is found from here too.
const folder = join(root, 'dist/server');
const inPackage = /[\\/]node_modules[\\/]/;

const onlyTheirs = {
  name: 'what is loaded later stays a package',
  setup(plugins) {
    plugins.onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) => {
      if (kind === 'entry-point' || inPackage.test(importer)) return undefined;
      return atEveryStart.includes(path) ? undefined : { path, external: true };
    });
  },
};

rmSync(folder, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['src/main.ts', 'src/cli.ts', 'src/agendaImport/importWorker.ts'],
  outdir: folder,
  entryNames: '[name]',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  plugins: [onlyTheirs],
  // Asked for by a package that does without.
  external: ['supports-color'],
  // Less to read at the start. Names stay, and lines, so that the place of an error in the log can be looked up.
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 160,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  // What a package of CommonJS finds around it.
  banner: {
    js: [
      "import{createRequire as punktRequire}from'node:module';",
      'const require=punktRequire(import.meta.url),__dirname=import.meta.dirname,__filename=import.meta.filename;',
    ].join(''),
  },
});

// Who starts them knows them by these names. A package that every start loads asks for Node's own punycode, of which
// Node 22 and later warn, but for packages in node_modules, which it no longer is.
for (const program of ['main', 'cli']) {
  const file = join(root, 'dist', `${program}.js`);
  const lines = [
    '#!/usr/bin/env node',
    'process.noDeprecation = true;',
    `await import('./server/${program}.js');`,
    'process.noDeprecation = false;',
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  chmodSync(file, 0o755);
}

const packages = await bundledPackages(root, metafile);
writeFileSync(join(folder, 'LICENSES.txt'), await licencesText(packages));

// For tests/image.test.ts: what is in the bundle, and what it loads beside itself.
const loads = Object.entries(metafile.outputs).map(([file, { imports }]) => ({
  file,
  imports: imports.filter(({ kind }) => kind !== 'require-call').map(({ path }) => path),
}));
// Where a package lies, as package-lock.json says it.
const held = packages.map(({ folder: place }) => place.slice(place.indexOf('node_modules/')));
writeFileSync(join(root, 'dist/bundle.json'), JSON.stringify({ packages: held, files: loads }, null, 2));
