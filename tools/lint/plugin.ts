import { documentedExportsRule } from './documented-exports-rule.ts';
import { environmentRule } from './environment-rule.ts';
import { importTableRule } from './import-table-rule.ts';
import { purityRule } from './purity-rule.ts';
import type { Rule } from './syntax-tree.ts';

const rules: Record<string, Rule> = {
  'documented-exports': documentedExportsRule,
  environment: environmentRule,
  'import-table': importTableRule,
  purity: purityRule,
};

/** The rules of this repository, as a plugin for oxlint. */
export default { meta: { name: 'vigil' }, rules };
