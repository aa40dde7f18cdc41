import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const repository = resolve(import.meta.dirname, '..', '..');
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'lint-plugin-')));
afterAll(() => rmSync(folder, { recursive: true }));

/** Sources that break one rule each: path, text, the rule. */
const bad: [path: string, text: string, rule: string][] = [
  ['packages/contracts/src/a.ts', "import { score } from '@vigil/detection';\nscore();", 'import-table'],
  ['packages/detection/src/a.ts', "export * from '@vigil/media';", 'import-table'],
  ['packages/detection/src/b.ts', "import type { Frame } from '@vigil/media';\nlet frame: Frame;\nvoid frame;", 'import-table'],
  ['packages/vision/src/a.ts', "await import('@vigil/pipeline');", 'import-table'],
  ['packages/vision/src/b.ts', "let mask: import('@vigil/models').Mask;\nvoid mask;", 'import-table'],
  ['packages/pipeline/src/a.ts', "export { plot } from '@vigil/report';", 'import-table'],
  ['packages/evaluation/src/a.ts', "export { decode } from '@vigil/media';", 'import-table'],
  ['packages/models/src/a.ts', "export { run } from '@vigil/models';", 'import-table'],
  ['packages/models/src/b.ts', "export { decode } from '../../media/src/decode.ts';", 'import-table'],
  ['packages/models/src/c.ts', "export { version } from '../../../version.ts';", 'import-table'],
  ['packages/models/src/d.ts', "export { readNpy } from '../../../tools/reference-files/npy.ts';", 'import-table'],
  ['packages/models/src/e.ts', "void new URL('../../media/src/child.ts', import.meta.url);", 'import-table'],
  ['packages/models/src/f.test.ts', "import { decode } from '@vigil/media';\ndecode();", 'import-table'],
  ['packages/newcomer/src/a.ts', "import { z } from 'zod';\nvoid z;", 'import-table'],
  ['packages/store/src/a.ts', "import { decode } from '@vigil/media';\ndecode();", 'import-table'],
  ['apps/web/src/a.ts', "import { decode } from '@vigil/media';\ndecode();", 'import-table'],
  ['apps/cli/src/a.ts', "import { decode } from '@vigil/media/src/decode.ts';\ndecode();", 'import-table'],
  ['apps/cli/src/b.ts', "import { reference } from '@vigil/models/testing';\nreference();", 'import-table'],
  ['bench/a.ts', "import { decode } from '../packages/media/src/index.ts';\ndecode();", 'import-table'],

  ['packages/media/src/env-a.ts', 'void process.env.HOME;', 'environment'],
  ['packages/media/src/env-b.ts', "void globalThis.process['env'];", 'environment'],
  ['packages/media/src/env-c.ts', "import { env } from 'node:process';\nvoid env;", 'environment'],
  ['packages/media/src/env-d.ts', 'const { env } = process;\nvoid env;', 'environment'],
  ['apps/cli/src/main.ts', 'void process.env.HOME;', 'environment'],
  ['packages/media/src/config.ts', 'void process.env.HOME;', 'environment'],

  ['packages/detection/src/pure-a.ts', "import { readFileSync } from 'node:fs';\nreadFileSync('a');", 'purity'],
  ['packages/detection/src/pure-b.ts', "import { join } from 'path';\njoin('a');", 'purity'],
  ['packages/detection/src/pure-c.ts', 'void Date.now();', 'purity'],
  ['packages/detection/src/pure-d.ts', 'void new Date();', 'purity'],
  ['packages/detection/src/pure-e.ts', 'void Math.random();', 'purity'],
  ['packages/detection/src/pure-f.ts', 'void performance.now();', 'purity'],
  ['packages/detection/src/pure-g.ts', "void fetch('http://127.0.0.1/');", 'purity'],
  ['packages/contracts/src/pure-a.ts', "import { readFileSync } from 'node:fs';\nreadFileSync('a');", 'purity'],
  ['packages/contracts/src/pure-b.ts', 'void Buffer.alloc(1);', 'purity'],

  ['packages/media/src/doc-a.ts', 'export const sizeBytes = 1;', 'documented-exports'],
  ['packages/media/src/doc-b.ts', 'export function decode(): void {}', 'documented-exports'],
  ['packages/media/src/doc-c.ts', 'export interface Frame {\n  width: number;\n}', 'documented-exports'],
  ['packages/media/src/doc-d.ts', '// Not a doc comment.\nexport type Size = number;', 'documented-exports'],
  ['packages/media/src/doc-e.ts', '/** */\nexport class Decoder {\n  open = false;\n}', 'documented-exports'],
  ['packages/media/src/doc-f.ts', 'const width = 1;\nexport { width };', 'documented-exports'],
  ['packages/media/src/doc-g.ts', "export { z } from 'zod';", 'documented-exports'],
  ['packages/media/src/doc-h.ts', "export * from 'zod';", 'documented-exports'],
  ['packages/media/src/doc-i.ts', '/** Documented. */\nexport const a = 1;\nexport const b = 2;', 'documented-exports'],
];

/** Sources that keep every rule of ours, though each is close to breaking one. */
const good: [path: string, text: string][] = [
  ['packages/detection/src/index.ts', "export * from './score.ts';\nexport type { Incident } from '@vigil/contracts';"],
  [
    'packages/detection/src/score.ts',
    '/** Sum of the squares. */\nexport const score = (values: number[]): number => Math.hypot(...values) ** 2;',
  ],
  ['packages/detection/src/date.ts', "/** A day. */\nexport const day = new Date('2026-11-23');"],
  ['packages/detection/src/shadow.ts', '/** A ratio. */\nexport const ratio = (performance: number): number => performance / 2;'],
  ['packages/detection/src/score.test.ts', "import { readFileSync } from 'node:fs';\nreadFileSync(String(Date.now()));"],
  ['packages/detection/build-wasm.ts', "import { readFileSync } from 'node:fs';\nreadFileSync(process.argv[1]);"],
  ['packages/detection/src/local.ts', '/** The width in pixels. */\nconst width = 1;\nexport { width };'],
  ['packages/detection/src/passed-on.ts', "import { score } from './score.ts';\nexport { score };"],
  ['packages/models/src/npy.test.ts', "import { readNpy } from '../../../tools/reference-files/npy.ts';\nreadNpy();"],
  ['packages/models/src/clock.ts', '/** Milliseconds. */\nexport const nowMs = (): number => Date.now();'],
  [
    'packages/models/src/worker.ts',
    "/** Where the worker is. */\nexport const worker = new URL('./pool/worker.ts', import.meta.url);",
  ],
  ['packages/pipeline/src/index.ts', "export { decode } from '@vigil/media';\nexport { runModel } from '@vigil/models';"],
  ['packages/vision/build-kernel.ts', "import { kernel } from './src/kernel.ts';\nkernel();"],
  ['apps/cli/src/config.ts', 'export const home = process.env.HOME;'],
  ['apps/cli/src/command.ts', "import { roc } from '@vigil/evaluation';\nexport const undocumented = roc;"],
  ['bench/models.ts', "import { reference } from '@vigil/models/testing';\nreference();"],
  ['bench/flow.ts', "import { flow } from '@vigil/vision';\nflow(process.env.REPEATS);"],
  ['vitest.config.ts', "import { reporter } from './tools/reporter.ts';\nreporter();"],
];

const rulesByPath = new Map<string, Set<string>>();

beforeAll(() => {
  cpSync(join(repository, 'tools', 'lint'), join(folder, 'tools', 'lint'), { recursive: true });
  cpSync(join(repository, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  for (const [path, text] of [...bad, ...good]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${text}\n`);
  }
  const oxlint = join(repository, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const { stdout, stderr } = spawnSync(process.execPath, [oxlint, '--format', 'json'], { cwd: folder, encoding: 'utf8' });
  if (stderr !== '') throw new Error(stderr);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string; code: string }[] };
  for (const { filename, code } of diagnostics) {
    const rule = /^vigil\((.+)\)$/.exec(code)?.[1];
    if (rule !== undefined) rulesByPath.set(filename, (rulesByPath.get(filename) ?? new Set()).add(rule));
  }
});

test.each(bad)('%s: %j breaks %s', (path, _text, rule) => {
  expect([...(rulesByPath.get(path) ?? [])]).toEqual([rule]);
});

test.each(good)('%s: %j is in order', (path) => {
  expect([...(rulesByPath.get(path) ?? [])]).toEqual([]);
});
