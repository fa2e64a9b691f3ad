#!/usr/bin/env node
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { z } from 'zod';
import { buildAppPackage } from './appPackage.ts';
import { PackageRefusal, readPackageSettings } from './packageSettings.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

const program = new Command('npm run package --')
  .description('Make dist/punkt-VERSION.zip, the app package to upload to Teams.')
  .requiredOption('--env <file>', 'its variables (see manifest/example.env)')
  .action(async ({ env }: { env: string }) => {
    const text = await readFile(env, 'utf8').catch(() => {
      throw new PackageRefusal([`--env: ${env} cannot be read.`]);
    });
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(await readFile(join(project, 'package.json'), 'utf8')));
    const bytes = await buildAppPackage(join(project, 'manifest'), readPackageSettings(text), version);
    const out = join(project, 'dist', `punkt-${version}.zip`);
    await mkdir(join(project, 'dist'), { recursive: true });
    await writeFile(out, bytes);
    process.stdout.write(`${out}\n`);
  });

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof PackageRefusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
