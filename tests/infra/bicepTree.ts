import { readdirSync, readFileSync } from 'node:fs';
import { Language, type Node, Parser } from 'web-tree-sitter';

const root = new URL('../../', import.meta.url);
const infra = new URL('infra/', root);
const grammar = new URL('node_modules/tree-sitter-bicep/tree-sitter-bicep.wasm', root).pathname;

let parser: Promise<Parser> | undefined;
async function bicepParser(): Promise<Parser> {
  await Parser.init();
  const made = new Parser();
  made.setLanguage(await Language.load(grammar));
  return made;
}

export const bicepFiles = readdirSync(infra).filter((name) => /\.bicep(param)?$/u.test(name));

/** The syntax tree of a file of `infra/`. */
export async function bicepTree(name: string): Promise<Node> {
  parser ??= bicepParser();
  return treeOf(readFileSync(new URL(name, infra), 'utf8'), name.endsWith('param'));
}

/** The grammar has no values of `.bicepparam` (`param x = 1`): for it they are written as variables. */
export async function treeOf(text: string, parameters = false): Promise<Node> {
  parser ??= bicepParser();
  const source = parameters ? text.replaceAll(/^param /gmu, 'var ') : text;
  const tree = (await parser).parse(source);
  if (!tree) throw new Error('not parsed');
  return tree.rootNode;
}

/** Every node of a tree that is of that type. */
export const nodes = (tree: Node, type: string): Node[] =>
  tree.descendantsOfType(type).filter((node) => node !== null);

/** What cannot be parsed, as `line: text`. */
export function faults(node: Node): string[] {
  if (node.isError || node.isMissing) return [`${node.startPosition.row + 1}: ${node.text}`];
  return node.hasError ? node.children.flatMap((child) => (child ? faults(child) : [])) : [];
}

/** A value as it is written; what is no literal stays its text in `{ code }`. */
export function literal(node: Node): unknown {
  switch (node.type) {
    case 'string':
      return nodes(node, 'interpolation').length > 0 ? { code: node.text } : node.text.slice(1, -1);
    case 'number':
      return Number(node.text);
    case 'boolean':
      return node.text === 'true';
    case 'array':
      return node.namedChildren.flatMap((child) => (isValue(child) ? [literal(child)] : []));
    case 'object':
      return Object.fromEntries(
        node.namedChildren.flatMap((child) => {
          const [key, value] = child?.type === 'object_property' ? child.namedChildren : [];
          return key && value ? [[key.text.replaceAll("'", ''), literal(value)]] : [];
        }),
      );
    default:
      return { code: node.text };
  }
}
const isValue = (node: Node | null): node is Node => node !== null && node.type !== 'comment';

/** The value of `var NAME = …`, or of a property of that name, the first in the file. */
export function valueNamed(tree: Node, name: string): unknown {
  for (const node of [...nodes(tree, 'variable_declaration'), ...nodes(tree, 'object_property')]) {
    const [key, value] = node.namedChildren;
    if (key?.text === name && value) return literal(value);
  }
  throw new Error(`no ${name}`);
}
