import type { Rule, SyntaxNode } from './syntax-tree.ts';
import { placeOf } from './workspace-of.ts';

const message =
  'The environment is read in apps/*/src/config.ts and in bench, tools and root files: take the value as an argument.';

/** Sets a variable that a native library reads before anything else of it runs, and reads none. */
const silencedRuntime = 'packages/models/src/runtime/without-telemetry.ts';

/** `environment`: only the `config.ts` of an app reads environment variables, so that all of them are known in one place. */
export const environmentRule: Rule = {
  meta: { type: 'problem', docs: { description: 'Read process.env in config.ts of an app only.' } },
  create(context) {
    const { path, workspace } = placeOf(context.filename);
    const isConfiguration = /^apps\/[^/]+\/src\/config\.ts$/.test(path) || path === silencedRuntime;
    const mayRead = isConfiguration || !/^(packages|apps)\//.test(workspace);
    if (mayRead) return {};
    const report = (node: SyntaxNode): void => context.report({ node, message });
    return {
      MemberExpression: (node) => {
        const isProcess = node.object?.name === 'process' || node.object?.property?.name === 'process';
        if (isProcess && (node.property?.name === 'env' || node.property?.value === 'env')) report(node);
      },
      VariableDeclarator: (node) => {
        const takesEnvironment = node.id?.properties?.some(({ key }) => key?.name === 'env') ?? false;
        if (node.init?.name === 'process' && takesEnvironment) report(node);
      },
      ImportDeclaration: (node) => {
        if (!/^(node:)?process$/.test(String(node.source?.value))) return;
        if (node.specifiers?.some(({ imported }) => imported?.name === 'env') === true) report(node);
      },
    };
  },
};
