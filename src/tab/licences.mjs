import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The packages that code of esbuild's metafile comes from: name, version, licence, folder; by name. */
export async function bundledPackages(root, metafile) {
  const inputs = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
  );
  const folders = new Set(
    inputs.flatMap(([input]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/u.exec(input)?.[0] ?? []),
  );
  const packages = await Promise.all([...folders].map((path) => packageAt(root, path)));
  const key = ({ name, version }) => `${name} ${version}`;
  const once = new Map(packages.map((one) => [key(one), one]));
  return [...once.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

async function packageAt(root, path) {
  const read = async (folder) => JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const folder = join(root, path);
  try {
    const { name, version, license } = await read(folder);
    return { name, version, license, folder };
  } catch {
    // A package that another one holds within itself, without its own package.json (teams-js does so): the path says the
    // version, and its licence is taken from the copy that is installed beside.
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)$/u.exec(path)?.[1] ?? '';
    const version = new RegExp(`[/_]${name}@([0-9.]+)`, 'u').exec(path)?.[1];
    const installed = join(root, 'node_modules', name);
    const { license } = await read(installed);
    if (!version) throw new Error(`which version of ${name} is bundled? ${path}`);
    return { name, version, license, folder: installed };
  }
}

/** Each package's licence, as it came with it. Throws where one came without: nothing is shipped on trust. */
export async function licencesText(packages) {
  const parts = await Promise.all(
    packages.map(async ({ name, version, license, folder }) => {
      const file = (await readdir(folder)).find((one) => /^licen[cs]e(?:\.|$)/iu.test(one));
      if (!file && !license) throw new Error(`${name} ${version} comes without a licence`);
      const text = file ? (await readFile(join(folder, file), 'utf8')).trim() : `Licence: ${license}`;
      return `${name} ${version} (${license})\n\n${text}\n`;
    }),
  );
  return parts.join(`\n${'-'.repeat(80)}\n\n`);
}
