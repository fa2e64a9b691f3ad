import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseSync } from '@swc/core';

const root = new URL('..', import.meta.url).pathname;
const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]sx?$/u.test(name))
    .map((name) => join(folder, name));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Who may import whom, and which packages; design.md, "Rooms", with the exceptions made on purpose since. */
const rooms: Readonly<Record<string, { rooms: readonly string[]; packages: readonly string[] }>> = {
  meeting: { rooms: [], packages: ['zod'] },
  wording: { rooms: ['meeting'], packages: [] },
  views: { rooms: ['meeting', 'wording'], packages: ['zod'] },
  service: { rooms: ['meeting', 'views'], packages: ['zod'] },
  store: {
    rooms: ['service', 'meeting'],
    packages: ['lmdb', '@azure/cosmos', '@azure/core-rest-pipeline', '@azure/identity', 'zod'],
  },
  render: { rooms: ['views'], packages: ['adaptivecards-templating'] },
  agendaImport: {
    rooms: ['meeting', 'wording'],
    // Zip, XML, web pages, PDF: one reader each, loaded on first use.
    packages: ['zod', 'yauzl', 'saxes', 'htmlparser2', 'unpdf'],
  },
  // Headings and labels of the minutes are wording; it writes none of its own. The agenda says where in its source an
  // item stands, for writing the minutes there. Writers of files load on first use.
  minutesExport: {
    rooms: ['meeting', 'views', 'wording'],
    packages: ['fflate', 'pdfkit', 'fontkit', 'linebreak'],
  },
  teams: {
    rooms: ['meeting', 'wording', 'views', 'service', 'render', 'agendaImport', 'minutesExport'],
    packages: ['botbuilder', 'express', 'jose', 'zod', 'pino'],
  },
  // Runs in a browser: of the others it takes types, and the sentences.
  tab: {
    rooms: ['meeting', 'views', 'wording'],
    packages: [
      '@microsoft/teams-js',
      'react',
      'react-dom',
      '@fluentui/react-components',
      '@fluentui/react-icons',
      'prosemirror-commands',
      'prosemirror-history',
      'prosemirror-inputrules',
      'prosemirror-keymap',
      'prosemirror-model',
      'prosemirror-schema-list',
      'prosemirror-state',
      'prosemirror-transform',
      'prosemirror-view',
      'node-diff3',
    ],
  },
  // The package that is uploaded to Teams; a program of its own, which the server does not use.
  appPackage: { rooms: [], packages: ['commander', 'fflate', 'zod'] },
  // Starts the server and the Playground as programs of their own, and hands the agenda to the command line.
  demo: { rooms: ['agendaImport', 'wording'], packages: ['commander', 'zod'] },
};
/** The composition root: imports everything, is imported by nothing else. */
const isRoot = (file: string): boolean =>
  /^src\/(?:main|cli|config|storeSettings|openStore|compose)\.ts$/u.test(file) || file.startsWith('src/cli/');
const roomOf = (file: string): string => file.split('/')[1] ?? '';

const importsOf = (file: string): string[] =>
  [
    ...read(file).matchAll(
      /^(?:import|export)\s[^;]*?from\s+'([^']+)'|\bimport\(\s*'([^']+)'|^import\s+'([^']+)'/gmu,
    ),
  ].map(([, from, lazy, bare]) => from ?? lazy ?? bare ?? '');
/** Where a relative import leads, seen from the project's folder. */
const target = (file: string, specifier: string): string => join(file, '..', specifier);
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

const files = sources('src');
const inRooms = files.filter((file) => !isRoot(file));

describe('the rooms of the house', () => {
  it('are those of the table', () => {
    expect([...new Set(inRooms.map(roomOf))].filter((room) => !(room in rooms))).toEqual([]);
  });

  it('import only the rooms that they may', () => {
    const wrong = inRooms.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => target(file, specifier))
        .filter((other) => {
          const room = roomOf(file);
          // The transport takes settings from the root; only their type is named, and is gone when it runs.
          if (room === 'teams' && other === 'src/config.ts')
            return !/^import type \{ Config \} from '(?:\.\.\/)+config\.ts';$/mu.test(read(file));
          return isRoot(other) || (roomOf(other) !== room && !rooms[room]?.rooms.includes(roomOf(other)));
        })
        .map((other) => `${file} → ${other}`),
    );
    expect(wrong).toEqual([]);
  });

  it('import only the packages that they may', () => {
    const wrong = inRooms.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => !specifier.startsWith('.') && !specifier.startsWith('node:'))
        .filter((specifier) => !rooms[roomOf(file)]?.packages.includes(packageOf(specifier)))
        .map((specifier) => `${file} → ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it('give the page no more than types and sentences, so that nothing of the server runs in a browser', () => {
    const values = inRooms
      .filter((file) => roomOf(file) === 'tab')
      .flatMap((file) =>
        [...read(file).matchAll(/^(?:import|export)\s+(?!type\b)[^;]*?from\s+'(\.[^']+)'/gmu)]
          .map(([, specifier = '']) => target(file, specifier))
          .filter((other) => !['tab', 'wording'].includes(roomOf(other)))
          .map((other) => `${file} → ${other}`),
      );
    expect(values).toEqual([]);
  });

  it('keep the Bot Framework to one of them', () => {
    const using = files.filter((file) =>
      importsOf(file).some((specifier) => /botbuilder|botframework/u.test(specifier)),
    );
    expect(using.filter((file) => roomOf(file) !== 'teams')).toEqual([]);
    expect(using.length).toBeGreaterThan(0);
  });

  it('do nothing that a pure room may not: no clock, no random, no files', () => {
    const impure = inRooms
      .filter((file) => ['meeting', 'wording', 'views'].includes(roomOf(file)))
      .filter((file) =>
        /Date\.now|new Date\(\)|Math\.random|randomUUID|from 'node:|process\.|console\./u.test(read(file)),
      );
    expect(impure).toEqual([]);
  });
});

describe('every file', () => {
  const all = [...files, ...sources('tests')];

  it('has at most 300 lines', () => {
    const lines = (file: string) => read(file).replace(/\n$/u, '').split('\n').length;
    expect(all.filter((file) => lines(file) > 300)).toEqual([]);
  });

  it('is called after what is in it', () => {
    expect(all.filter((file) => /(?:^|\/)(?:utils?|helpers?|common|misc)(?:\.|\/)/iu.test(file))).toEqual([]);
  });
});

describe('what users read', () => {
  /** The strings of a file, without comments, imports and regular expressions. */
  function* strings(node: unknown): Generator<string> {
    if (Array.isArray(node)) for (const entry of node) yield* strings(entry);
    else if (typeof node === 'object' && node !== null) {
      const { type, value } = node as { type?: string; value?: unknown };
      // What is thrown is a bug, and read by who mends it.
      if (type === 'ImportDeclaration' || type === 'ExportAllDeclaration' || type === 'ThrowStatement')
        return;
      if ((type === 'StringLiteral' || type === 'JSXText') && typeof value === 'string') yield value;
      // A sentence with something filled in is one sentence, whatever stands between its parts.
      if (type === 'TemplateLiteral') {
        const { quasis } = node as { quasis?: { cooked?: unknown }[] };
        yield (quasis ?? []).map((part) => String(part.cooked ?? '')).join('N');
      }
      for (const child of Object.values(node)) yield* strings(child);
    }
  }
  const stringsOf = (file: string): string[] => [
    ...strings(parseSync(read(file), { syntax: 'typescript', tsx: /x$/u.test(file), target: 'es2022' }).body),
  ];
  /** The importer reads Danish, so its words are data; settings and errors of the log speak English to operators. */
  // The demo's agenda is a document, not something that Punkt says.
  const speaking = inRooms.filter(
    (file) => !['wording', 'agendaImport'].includes(roomOf(file)) && file !== 'src/demo/demoAgenda.ts',
  );

  it('stands in the wording, in whatever room it is said', () => {
    const danish = speaking.flatMap((file) =>
      stringsOf(file)
        .filter((text) => /\p{L}[æøå]|[æøå]\p{L}/iu.test(text))
        .map((text) => `${file}: ${text}`),
    );
    expect(danish).toEqual([]);
  });

  it('is no sentence written beside the wording', () => {
    // Programs read the errors of HTTP; the operator reads those of the store and the help of a command.
    const forPeople = speaking.filter(
      (file) =>
        !['store', 'demo', 'appPackage'].includes(roomOf(file)) &&
        !/^src\/teams\/(?:entrance|server|routes|httpFront|page\/pageRoutes)\.ts$/u.test(file),
    );
    const sentences = forPeople.flatMap((file) =>
      stringsOf(file)
        .filter((text) => /^\s*\p{Lu}\p{L}*(?:[\s,–-]+\p{L}+){2,}/u.test(text) && /\p{Ll}{2}/u.test(text))
        .map((text) => `${file}: ${text}`),
    );
    expect(sentences).toEqual([]);
  });

  it('is no word written in a card', () => {
    /** What of a card is read, wherever it stands. */
    function* read(node: unknown): Generator<string> {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, child] of Object.entries(node)) {
        const shown =
          /^(?:text|title|label|placeholder|errorMessage|altText|tooltip|fallbackText|speak|value)$/u;
        if (typeof child === 'string' && shown.test(key)) yield child;
        else yield* read(child);
      }
    }
    const cards = readdirSync(join(root, 'cards'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.json'),
    );
    expect(cards.length).toBeGreaterThan(8);
    const words = cards.flatMap((name) =>
      [...read(JSON.parse(readFileSync(join(root, 'cards', name), 'utf8')))]
        .filter((text) => /\p{L}/u.test(text.replace(/\$\{[^}'"]*\}/gu, '')))
        .map((text) => `${name}: ${text}`),
    );
    expect(words).toEqual([]);
  });
});
