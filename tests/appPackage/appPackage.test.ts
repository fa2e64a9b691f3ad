import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { unzipSync } from 'fflate';
import { buildAppPackage } from '../../src/appPackage/appPackage.ts';
import { readPackageSettings } from '../../src/appPackage/packageSettings.ts';
import { readLine } from '../../src/wording/lines.ts';

const root = new URL('../../', import.meta.url);
const schemas = new URL('node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.29/', root);
const manifestFolder = new URL('manifest/', root);
const env = readFileSync(new URL('example.env', manifestFolder), 'utf8');

/** Microsoft's schemas are written in draft 4; what they use of it means the same in draft 7, which ajv knows. */
function validator(name: string): ValidateFunction {
  const schema = readFileSync(new URL(name, schemas), 'utf8').replaceAll('draft-04', 'draft-07');
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(schema));
}

interface Command {
  readonly title: string;
  readonly description: string;
}
interface Manifest {
  readonly [key: string]: unknown;
  readonly bots: { scopes: string[]; commandLists: { scopes: string[]; commands: Command[] }[] }[];
  readonly localizationInfo: { additionalLanguages: { file: string }[] };
  readonly icons: Record<string, string>;
  readonly authorization: { permissions: { resourceSpecific: { name: string }[] } };
}

let files: Record<string, Uint8Array>;
let manifest: Manifest;
let english: Record<string, string>;
const json = (name: string) => JSON.parse(Buffer.from(files[name] ?? []).toString('utf8'));
beforeAll(async () => {
  files = unzipSync(await buildAppPackage(manifestFolder.pathname, readPackageSettings(env), '1.2.3'));
  manifest = json('manifest.json');
  english = json('en.json');
});

describe('the app package', () => {
  it('holds the manifest and what the manifest names, and nothing else', () => {
    const named = [
      ...Object.values(manifest.icons),
      ...manifest.localizationInfo.additionalLanguages.map(({ file }) => file),
    ];
    expect(Object.keys(files).sort()).toEqual(['manifest.json', ...named].sort());
  });

  it('is valid by the schema of Teams', () => {
    const valid = validator('MicrosoftTeams.schema.json');
    valid(manifest);
    expect(valid.errors).toBeNull();
    expect(valid({ ...manifest, accentColor: 'petrol' })).toBe(false);
  });

  it('has texts that are valid by the schema of localisation', () => {
    const valid = validator('MicrosoftTeams.Localization.schema.json');
    for (const texts of [english, JSON.parse(readFileSync(new URL('da.json', manifestFolder), 'utf8'))]) {
      valid(texts);
      expect(valid.errors).toBeNull();
    }
    expect(valid({ ...english, 'name.short': 'x'.repeat(31) })).toBe(false);
  });

  it('says in English everything that it says in Danish, and no more', () => {
    const danish = JSON.parse(readFileSync(new URL('da.json', manifestFolder), 'utf8'));
    expect(Object.keys(english)).toEqual(Object.keys(danish));
  });

  it('has the version and the values of its file, and no placeholder left', () => {
    expect(manifest).toMatchObject({
      version: '1.2.3',
      id: '7c1f0b52-3c1e-4f0e-9a55-0d2c6a7f1e10',
      validDomains: ['punkt.example.org'],
      webApplicationInfo: {
        id: '3f0c9a52-7b1e-4d8a-9c66-2f5d1e0b7a11',
        resource: 'api://punkt.example.org/3f0c9a52-7b1e-4d8a-9c66-2f5d1e0b7a11',
      },
    });
    expect(JSON.stringify([manifest, english])).not.toContain('{{');
  });

  it('signs in by a registration of its own under a name that Entra takes: the host, and that registration’s id', async () => {
    const sso = '9e8d7c6b-5a49-4837-9261-504f3e2d1c0b';
    const settings = readPackageSettings(`${env}\nTEAMS_SSO_APP_ID=${sso}\n`);
    const made = unzipSync(await buildAppPackage(manifestFolder.pathname, settings, '1.2.3'));
    expect(JSON.parse(Buffer.from(made['manifest.json'] ?? []).toString('utf8')).webApplicationInfo).toEqual({
      id: sso,
      resource: `api://punkt.example.org/${sso}`,
    });
  });

  it('is the same to the byte when it is made again', async () => {
    const make = () => buildAppPackage(manifestFolder.pathname, readPackageSettings(env), '1.2.3');
    expect(Buffer.from(await make()).equals(Buffer.from(await make()))).toBe(true);
  });

  it('offers a bot that is spoken to everywhere, takes files, and lists commands for every place', () => {
    const [bot] = manifest.bots;
    expect(bot).toMatchObject({ supportsFiles: true, scopes: ['personal', 'team', 'groupChat'] });
    expect(bot?.commandLists.flatMap(({ scopes }) => scopes).sort()).toEqual(bot?.scopes.toSorted());
    for (const { commands } of bot?.commandLists ?? []) expect(commands.length).toBeLessThanOrEqual(12);
  });

  it('asks to read no message that is not written to the bot', () => {
    const names = manifest.authorization.permissions.resourceSpecific.map(({ name }) => name);
    expect(names.filter((name) => /Message/u.test(name))).toEqual([]);
    expect(names.length).toBeLessThanOrEqual(5);
  });

  it.each([
    ['color', 192, 2],
    ['outline', 32, 6],
  ])('has the %s icon in its size', (name, size, kind) => {
    const png = Buffer.from(files[manifest.icons[name] ?? ''] ?? []);
    // PNG: signature (8), length and name of the first chunk (8), width, height, bit depth, colour type (6: with alpha).
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect([png.readUInt32BE(16), png.readUInt32BE(20), png[25]]).toEqual([size, size, kind]);
  });
});

describe('every command that Teams offers', () => {
  it('is a line that Punkt understands, and the same in both languages', () => {
    const lists = manifest.bots[0]?.commandLists ?? [];
    const pairs = lists.flatMap(({ commands }, list) =>
      commands.map(({ title }, index) => [
        title,
        english[`bots[0].commandLists[${list}].commands[${index}].title`] ?? '',
      ]),
    );
    expect(pairs.length).toBeGreaterThan(15);
    for (const [danish = '', other = ''] of pairs) {
      expect({ danish, kind: readLine(danish).kind }).not.toEqual({ danish, kind: 'unknown' });
      expect({ danish, line: readLine(danish) }).toEqual({ danish, line: readLine(other) });
    }
  });
});
