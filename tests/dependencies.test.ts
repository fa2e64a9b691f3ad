import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

const root = new URL('..', import.meta.url).pathname;
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
};
const lock = JSON.parse(read('package-lock.json')) as {
  readonly packages: Readonly<Record<string, Package>>;
};
interface Package {
  readonly name?: string;
  readonly version?: string;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
}
const bundled = JSON.parse(read('dist/tab/bundled.json')) as readonly {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}[];
interface Bill {
  readonly bomFormat: string;
  readonly metadata: { readonly component: { readonly name: string } };
  readonly components: readonly { readonly name: string; readonly version: string }[];
}
const nameOf = (path: string): string => path.split('node_modules/').at(-1) ?? '';

describe('what Punkt is made of', () => {
  it('is installed without development dependencies as well: src imports only them, but for the bundled page', () => {
    const imported = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/u.test(name) && !name.startsWith('tab/'))
      .flatMap((name) => [...read(join('src', name)).matchAll(/(?:\bfrom\s+|\bimport\()'([^'.][^']*)'/gu)])
      .map(([, specifier = '']) => specifier)
      .filter((specifier) => !specifier.startsWith('node:'))
      .map((specifier) =>
        specifier
          .split('/')
          .slice(0, specifier.startsWith('@') ? 2 : 1)
          .join('/'),
      );
    const missing = [...new Set(imported)].filter((name) => !(name in manifest.dependencies));
    expect(missing).toEqual([]);
  });

  it('runs code at install only where infra/INSTALL-SCRIPTS.md says what it does', () => {
    const rows = [...read('infra/INSTALL-SCRIPTS.md').matchAll(/^\| `([^`]+)`[^|]*\| (yes|no)/gmu)];
    const told = rows.map(([, name, shipped]) => `${name} ${shipped}`);
    const found = Object.entries(lock.packages)
      .filter(([path, entry]) => path === '' || entry.hasInstallScript)
      .map(([path, entry]) => `${path === '' ? 'punkt' : nameOf(path)} ${entry.dev ? 'no' : 'yes'}`);
    expect(told.sort()).toEqual(found.sort());
  });

  it('is listed in a bill of materials that needs no network: what is shipped, and what is bundled into the page', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'punkt-bill-'));
    const target = join(folder, 'sbom.json');
    const program = join(root, 'infra/billOfMaterials.mjs');
    await promisify(execFile)(process.execPath, [program, target], { cwd: root });
    const bill = JSON.parse(await readFile(target, 'utf8')) as Bill;
    await rm(folder, { recursive: true });
    expect(bill.bomFormat).toBe('CycloneDX');
    expect(bill.metadata.component.name).toBe('punkt');
    const shipped = Object.entries(lock.packages).filter(([path, entry]) => path !== '' && !entry.dev);
    const listed = new Set(bill.components.map(({ name, version }) => `${name} ${version}`));
    const installed = shipped.map(([path, { name, version }]) => `${name ?? nameOf(path)} ${version}`);
    const inPage = bundled.map(({ name, version }) => `${name} ${version}`);
    expect([...listed].sort()).toEqual([...new Set([...installed, ...inPage])].sort());
  });

  it('is in the page what its scripts import, each with its licence beside', () => {
    const names = new Set(bundled.map(({ name }) => name));
    const imported = readdirSync(join(root, 'src/tab'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/u.test(name))
      .flatMap((name) => [
        ...read(join('src/tab', name)).matchAll(/^import (?!type)[^;]*? from '([^'.][^']*)'/gmu),
      ])
      .map(([, specifier = '']) =>
        specifier
          .split('/')
          .slice(0, specifier.startsWith('@') ? 2 : 1)
          .join('/'),
      )
      // It only hands on what its own packages hold.
      .filter((name) => name !== '@fluentui/react-components');
    expect(imported.filter((name) => !names.has(name))).toEqual([]);
    const licences = read('dist/tab/LICENSES.txt');
    for (const { name, version, license } of bundled) {
      expect(license).toMatch(/^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0)$/u);
      expect(licences).toContain(`${name} ${version} (${license})`);
    }
  });
});
