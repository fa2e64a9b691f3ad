import type { TableCell } from '../source.ts';

/** What the tags of a PDF say of a stretch of text. */
export interface Role {
  readonly heading?: number;
  readonly contents?: boolean;
  readonly note?: boolean;
  readonly cell?: TableCell;
}

/** A node of pdf.js's structure tree of a page. */
export interface StructureNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly StructureNode[];
}

const headingRole = /^H(\d)?$/u;
const maxDepth = 100;

/** Roles by the ids of marked content. A table that goes on over the page counts anew there. */
export function rolesOf(tree: StructureNode | null, tables: { count: number }): Map<string, Role> {
  const roles = new Map<string, Role>();
  const walk = (node: StructureNode, role: Role, depth: number): void => {
    if (node.type === 'content' && node.id !== undefined) {
      if (Object.keys(role).length > 0) roles.set(node.id, role);
      return;
    }
    if (depth > maxDepth) return;
    const heading = headingRole.exec(node.role ?? '');
    const own: Role = heading
      ? { ...role, heading: Number(heading[1] ?? 1) }
      : node.role === 'Title'
        ? { ...role, heading: 0 }
        : node.role === 'TOCI'
          ? { ...role, contents: true }
          : node.role === 'Note' || node.role === 'FENote'
            ? { ...role, note: true }
            : role;
    if (node.role === 'Table') readTable(node, own, depth);
    else for (const child of node.children ?? []) walk(child, own, depth + 1);
  };
  const readTable = (table: StructureNode, role: Role, depth: number): void => {
    const index = tables.count++;
    const rows = (table.children ?? []).flatMap((child) =>
      child.role === 'TR' ? [child] : (child.children ?? []).filter((row) => row.role === 'TR'),
    );
    rows.forEach((row, at) => {
      const cells = (row.children ?? []).filter((cell) => cell.role === 'TD' || cell.role === 'TH');
      cells.forEach((cell, column) => {
        const place = { table: index, row: at, column, columns: cells.length };
        walk({ ...cell, role: 'Div' }, { ...role, cell: place }, depth + 1);
      });
    });
  };
  if (tree) walk(tree, {}, 0);
  return roles;
}
