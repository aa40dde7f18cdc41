import type { Rule, RuleContext, SyntaxNode } from './syntax-tree.ts';
import { placeOf } from './workspace-of.ts';

/** `documented-exports`: every export of a package's sources has a doc comment. */
export const documentedExportsRule: Rule = {
  meta: { type: 'suggestion', docs: { description: 'Give every export of packages/*/src a doc comment.' } },
  create(context) {
    const { path, isTest } = placeOf(context.filename);
    if (isTest || !/^packages\/[^/]+\/src\//.test(path)) return {};
    return { Program: (program) => checkModule(context, program.body ?? []) };
  },
};

function checkModule(context: RuleContext, statements: SyntaxNode[]): void {
  const documentedNames = new Set<string>();
  const importedNames = new Set<string>();
  for (const statement of statements) {
    if (hasDocComment(context, statement)) for (const name of declaredNames(statement)) documentedNames.add(name);
    if (statement.type === 'ImportDeclaration' && isOurs(statement)) {
      for (const { local } of statement.specifiers ?? []) if (local?.name !== undefined) importedNames.add(local.name);
    }
  }
  for (const statement of statements) {
    if (!statement.type.startsWith('Export') || hasDocComment(context, statement) || isOurs(statement)) continue;
    for (const { name, node } of exportedNames(statement)) {
      const isDocumented = documentedNames.has(name) || importedNames.has(name) || hasDocComment(context, node);
      if (!isDocumented) context.report({ node, message: `Export '${name}' has no doc comment.` });
    }
  }
}

function hasDocComment(context: RuleContext, node: SyntaxNode): boolean {
  const comments = context.sourceCode.getCommentsBefore(node);
  return comments.some(({ type, value }) => type === 'Block' && value.startsWith('*') && /\w/.test(value));
}

/** Whether a statement takes its names from a module of ours, which is checked where it stands. */
function isOurs({ source }: SyntaxNode): boolean {
  return typeof source?.value === 'string' && /^(\.|@vigil\/)/.test(source.value);
}

/** Names that a statement declares, with or without `export` before it. */
function declaredNames(statement: SyntaxNode): string[] {
  const declaration = statement.declaration ?? statement;
  const names = declaration.declarations?.map(({ id }) => id?.name) ?? [declaration.id?.name];
  return names.filter((name) => name !== undefined);
}

function exportedNames(statement: SyntaxNode): { name: string; node: SyntaxNode }[] {
  if (statement.type === 'ExportAllDeclaration') return [{ name: `* from ${String(statement.source?.value)}`, node: statement }];
  if (statement.type === 'ExportDefaultDeclaration') {
    const name = statement.declaration?.name ?? statement.declaration?.id?.name ?? 'default';
    return [{ name, node: statement }];
  }
  const specifiers = statement.specifiers ?? [];
  if (statement.declaration == null) return specifiers.map((node) => ({ name: node.local?.name ?? '', node }));
  return declaredNames(statement).map((name) => ({ name, node: statement }));
}
