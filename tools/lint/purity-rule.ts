import { isBuiltin } from 'node:module';
import { deterministicPackages, packagesWithoutNode } from './import-table.ts';
import { onModuleSpecifier } from './module-specifiers.ts';
import type { Rule, RuleContext, SyntaxNode } from './syntax-tree.ts';
import { placeOf } from './workspace-of.ts';

const globalsOfNode = ['process', 'Buffer', 'require', '__dirname', '__filename', 'setImmediate'];
const globalsOfEffect = ['performance', 'crypto', 'fetch', 'console', 'setTimeout', 'setInterval', 'queueMicrotask'];

/** `purity`: sources of browser-safe packages use nothing of Node; those of deterministic ones neither clock, randomness nor effects. */
export const purityRule: Rule = {
  meta: { type: 'problem', docs: { description: 'Keep the pure packages pure.' } },
  create(context) {
    const { workspace, isTest } = placeOf(context.filename);
    // what a package is built with stands beside src/ and does not run with it
    const isBuild = /\/build-[a-z-]+\.ts$/.test(context.filename.replaceAll('\\', '/'));
    if (isTest || isBuild || !packagesWithoutNode.includes(workspace)) return {};
    const isDeterministic = deterministicPackages.includes(workspace);
    const report = (node: SyntaxNode, what: string): void => {
      context.report({ node, message: `${workspace} is pure: ${what} has no place in it. Take what it gives as an argument.` });
    };
    return {
      ...onModuleSpecifier((specifier, node) => {
        if (isBuiltin(specifier)) report(node, `'${specifier}'`);
      }),
      Identifier: (node) => {
        const name = node.name ?? '';
        const isNode = globalsOfNode.includes(name);
        const isEffect = isDeterministic && (globalsOfEffect.includes(name) || isRandom(node) || isClock(node));
        if ((isNode || isEffect) && isGlobal(context, node)) report(node, name);
      },
    };
  },
};

/** Whether an identifier means a global, and neither a variable of the file nor the name of a property. */
function isGlobal({ sourceCode }: RuleContext, node: SyntaxNode): boolean {
  const reference = sourceCode.getScope(node).references.find(({ identifier }) => identifier === node);
  return reference !== undefined && (reference.resolved === null || reference.resolved.defs.length === 0);
}

function isRandom({ name, parent }: SyntaxNode): boolean {
  return name === 'Math' && parent?.property?.name === 'random';
}

/** `Date.now()`, `Date()` and `new Date()`; a date made from an argument is a pure value. */
function isClock(node: SyntaxNode): boolean {
  if (node.name !== 'Date') return false;
  const { parent } = node;
  if (parent?.type === 'MemberExpression') return parent.property?.name === 'now';
  if (parent?.type === 'CallExpression' && parent.callee === node) return true;
  return parent?.type === 'NewExpression' && parent.callee === node && parent.arguments?.length === 0;
}
