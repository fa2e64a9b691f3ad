import type { Language } from '../meeting/agenda.ts';

/** Bad input at the command line: one clear sentence, exit code 1. */
export class CliRefusal extends Error {
  override name = 'CliRefusal';
}

export const print = (text: string): void => {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
};

export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2));

/** Danish, unless all of Punkt is set to English. */
export const cliLanguage = (env: NodeJS.ProcessEnv): Language => (env.PUNKT_LANGUAGE === 'en' ? 'en' : 'da');
