import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const barrel = '@fluentui/react-components';

/**
 * For esbuild: what our files import from Fluent UI's one package of everything comes straight from the package that holds
 * it. esbuild parts files, not what is in them: through the one package the panel would load the dialogs of the desk.
 */
export const directImports = (root) => ({
  name: 'Fluent UI without its package of everything',
  async setup(plugins) {
    const index = await readFile(join(root, 'node_modules', barrel, 'lib/index.js'), 'utf8');
    const holders = new Map();
    for (const [, names, holder] of withoutComments(index).matchAll(/export \{([^}]*)\} from "([^"]+)"/gu))
      for (const [own, shown = own] of listed(names)) holders.set(shown, { holder, own });
    plugins.onLoad({ filter: /[\\/]src[\\/]tab[\\/].*\.tsx?$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const direct = (whole, names) =>
        listed(names)
          .filter(([name]) => !name.startsWith('type '))
          .map(([name, local = name]) => {
            const found = holders.get(name);
            if (!found) throw new Error(`${path}: ${barrel} has no ${name}`);
            return `import { ${found.own} as ${local} } from '${found.holder}';`;
          })
          // As many lines as before, so that the place of an error is the same.
          .join(' ') + '\n'.repeat(whole.split('\n').length - 1);
      const contents = text.replaceAll(/^import \{([^}]*)\} from '@fluentui\/react-components';/gmu, direct);
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
});

const withoutComments = (text) => text.replaceAll(/\/\/[^\n]*/gu, '').replaceAll(/\/\*[\s\S]*?\*\//gu, '');

/** "a, b as c" → [['a'], ['b', 'c']] */
const listed = (names) =>
  names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => name.split(/\s+as\s+/u));
