import { importTable } from './import-table.ts';
import { onModuleSpecifier } from './module-specifiers.ts';
import type { Rule } from './syntax-tree.ts';
import { type FilePlace, placeOf, placeOfRelativeImport } from './workspace-of.ts';

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
        : problemOfPackageImport(from, allowed, specifier);
      if (problem !== undefined) context.report({ node, message: problem });
    });
  },
};

function problemOfRelativeImport(filename: string, specifier: string): string | undefined {
  const from = placeOf(filename);
  const to = placeOfRelativeImport(filename, specifier);
  if (to.workspace === from.workspace) return undefined;
  if (to.workspace === 'tools' && isForTests(from)) return undefined;
  return `'${specifier}' leaves ${from.workspace}: import another package by its name.`;
}

function problemOfPackageImport(
  from: FilePlace,
  allowed: readonly string[] | 'every package',
  specifier: string,
): string | undefined {
  const match = /^@vigil\/([^/]+)(?:\/([^/]+))?/.exec(specifier);
  if (match === null) return undefined;
  const [, name = '', entry] = match;
  if (entry === 'src') return `'${specifier}' reaches into the sources of @vigil/${name}: import what its index.ts exports.`;
  if (entry === 'testing' && !isForTests(from)) return `'${specifier}' is for tests and benchmarks.`;
  if (from.workspace.endsWith(`/${name}`)) return `${from.workspace} imports itself: use a relative path.`;
  if (allowed === 'every package' || allowed.includes(name)) return undefined;
  const list = allowed.length === 0 ? 'nothing of ours' : allowed.join(', ');
  return `${from.workspace} may not import @vigil/${name}; it may import ${list}.`;
}

/** Whether a file is no part of the product: a test, or outside of packages and apps. */
function isForTests({ isTest, workspace }: FilePlace): boolean {
  return isTest || !/^(packages|apps)\//.test(workspace);
}
