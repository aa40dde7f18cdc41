import { importTable } from './import-table.ts';
import { onModuleSpecifier } from './module-specifiers.ts';
import type { Rule } from './syntax-tree.ts';
import { placeOf, placeOfRelativeImport } from './workspace-of.ts';

/** `import-table`: each workspace imports only what {@link importTable} lets it, and only through a package's front door. */
export const importTableRule: Rule = {
  meta: { type: 'problem', docs: { description: 'Import other workspaces as the table of ARCHITECTURE.md allows.' } },
  create(context) {
    const from = placeOf(context.filename);
    const allowed = importTable[from.workspace];
    return onModuleSpecifier((specifier, node) => {
      if (allowed === undefined) {
        const message = `${from.workspace} is not in the import table: give it a line in tools/lint/import-table.ts and ARCHITECTURE.md.`;
        return context.report({ node, message });
      }
      const problem = specifier.startsWith('.')
        ? problemOfRelativeImport(context.filename, specifier)
        : problemOfPackageImport(from.workspace, allowed, specifier);
      if (problem !== undefined) context.report({ node, message: problem });
    });
  },
};

function problemOfRelativeImport(filename: string, specifier: string): string | undefined {
  const from = placeOf(filename);
  const to = placeOfRelativeImport(filename, specifier);
  if (to.workspace === from.workspace) return undefined;
  const mayUseTools = from.isTest || !/^(packages|apps)\//.test(from.workspace);
  if (to.workspace === 'tools' && mayUseTools) return undefined;
  return `'${specifier}' leaves ${from.workspace}: import another package by its name.`;
}

function problemOfPackageImport(
  workspace: string,
  allowed: readonly string[] | 'every package',
  specifier: string,
): string | undefined {
  const match = /^@vigil\/([^/]+)(\/src(?:\/|$))?/.exec(specifier);
  if (match === null) return undefined;
  const name = match[1] ?? '';
  if (match[2] !== undefined)
    return `'${specifier}' reaches into the sources of @vigil/${name}: import what its index.ts exports.`;
  if (workspace.endsWith(`/${name}`)) return `${workspace} imports itself: use a relative path.`;
  if (allowed === 'every package' || allowed.includes(name)) return undefined;
  const list = allowed.length === 0 ? 'nothing of ours' : allowed.join(', ');
  return `${workspace} may not import @vigil/${name}; it may import ${list}.`;
}
