// Writes the bill of materials of what is shipped (CycloneDX) to the file named, from package-lock.json, and from
// dist/tab/bundled.json for what the build puts into the page's scripts, where no package is seen any more.
// `npm sbom --omit dev` by itself leaves out what both Punkt and a development tool need (npm 10 and 11: 34 packages of
// ours, debug and semver among them), so it is asked about a copy that has no development dependencies.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const [target = 'dist/sbom.json'] = process.argv.slice(2);
const root = new URL('..', import.meta.url).pathname;
const read = (name) => JSON.parse(readFileSync(join(root, name), 'utf8'));

if (!existsSync(join(root, 'dist/tab/bundled.json'))) {
  process.stderr.write('dist/tab/bundled.json is missing: run `npm run build` first\n');
  process.exit(1);
}
const bundled = read('dist/tab/bundled.json').map(({ name, version, license }) => ({
  type: 'library',
  'bom-ref': `page:${name}@${version}`,
  name,
  version,
  scope: 'required',
  purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
  licenses: [/ (?:OR|AND|WITH) /u.test(license) ? { expression: license } : { license: { id: license } }],
  properties: [{ name: 'punkt:bundledInto', value: 'dist/tab' }],
}));

const { devDependencies: _, scripts: __, ...manifest } = read('package.json');
const lock = read('package-lock.json');
const { devDependencies: ___, ...own } = lock.packages[''];
const shipped = Object.entries(lock.packages).filter(([path, entry]) => path !== '' && !entry.dev);

// npm names the product after its folder.
const work = mkdtempSync(join(tmpdir(), 'punkt-sbom-'));
const copy = join(work, manifest.name);
try {
  mkdirSync(copy);
  writeFileSync(join(copy, 'package.json'), JSON.stringify(manifest));
  const packages = { '': own, ...Object.fromEntries(shipped) };
  writeFileSync(join(copy, 'package-lock.json'), JSON.stringify({ ...lock, packages }));
  const asked = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--offline'];
  const bill = execFileSync('npm', asked, { cwd: copy, maxBuffer: 64 * 1024 * 1024 });
  mkdirSync(dirname(target), { recursive: true });
  const { components, ...rest } = JSON.parse(bill);
  writeFileSync(target, JSON.stringify({ ...rest, components: [...components, ...bundled] }, null, 2));
} finally {
  rmSync(work, { recursive: true, force: true });
}
