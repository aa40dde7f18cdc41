import { readFileSync } from 'node:fs';

const packageFolder = new URL('../../', import.meta.url);

/** Text of style sheets of this package, joined in the order given. */
export function readStyles(names: readonly string[]): string {
  return names.map((name) => readFileSync(new URL(`styles/${name}.css`, packageFolder), 'utf8')).join('\n');
}

/**
 * Modules of `page/` as one classic script. A page opened from a file cannot import modules, so the modules are joined in
 * the order given, with their `import` lines and `export` keywords taken out, inside one function scope.
 */
export function readPageScript(names: readonly string[]): string {
  const modules = names.map((name) => joinable(readFileSync(new URL(`page/${name}.js`, packageFolder), 'utf8')));
  return `(() => {\n'use strict';\n${modules.join('\n')}\n})();\n`;
}

function joinable(source: string): string {
  return source.replace(/^import\s[^;]*;\n/gm, '').replace(/^export (?=(?:async )?(?:function|const|class) )/gm, '');
}
