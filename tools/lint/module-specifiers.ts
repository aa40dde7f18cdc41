import type { SyntaxNode, Visitors } from './syntax-tree.ts';

/**
 * Visitors that report every module that a file names: `import`, `import type`, `export … from`, `import()`, `import('x').Type`,
 * and `new URL('./x.ts', import.meta.url)`, by which workers and child processes are found.
 */
export function onModuleSpecifier(visit: (specifier: string, node: SyntaxNode) => void): Visitors {
  const visitLiteral = (literal: SyntaxNode | null | undefined, node: SyntaxNode): void => {
    if (typeof literal?.value === 'string') visit(literal.value, node);
  };
  return {
    ImportDeclaration: (node) => visitLiteral(node.source, node),
    ExportNamedDeclaration: (node) => visitLiteral(node.source, node),
    ExportAllDeclaration: (node) => visitLiteral(node.source, node),
    ImportExpression: (node) => visitLiteral(node.source, node),
    TSImportType: (node) => visitLiteral(node.source ?? node.argument, node),
    NewExpression: (node) => {
      const [target, base] = node.arguments ?? [];
      const isModule = typeof target?.value === 'string' && /\.[cm]?[jt]sx?$/.test(target.value);
      if (node.callee?.name === 'URL' && isModule && base?.object?.type === 'MetaProperty') visitLiteral(target, node);
    },
  };
}
