import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const repository = resolve(import.meta.dirname, '..', '..');
// Inside the repository, where the files can import vitest.
const folder = mkdtempSync(join(repository, 'node_modules', '.test-summary-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs vitest on test files made from the given sources, and returns its last lines. */
function lastLines(sources: string[], count: number): string[] {
  const reporter = join(import.meta.dirname, 'reporter.ts');
  writeFileSync(
    join(folder, 'vitest.config.ts'),
    `import { SummaryReporter } from ${JSON.stringify(reporter)};\n` +
      `export default { test: { include: ['*.test.ts'], exclude: [], reporters: ['default', new SummaryReporter()] } };\n`,
  );
  sources.forEach((source, index) => writeFileSync(join(folder, `${index}.test.ts`), source));
  const vitest = join(repository, 'node_modules', 'vitest', 'dist', 'cli.js');
  const { stdout } = spawnSync(process.execPath, [vitest, 'run', '--root', folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return stdout.trimEnd().split('\n').slice(-count);
}

test('the last line has plain counts, and the skipped tests stand above it with their reasons', () => {
  const mixed = `
    import { describe, expect, test } from 'vitest';
    test('good', () => { expect(1).toBe(1); });
    test('also good', () => { expect(1).toBe(1); });
    test('bad', () => { expect(1).toBe(2); });
    describe.skip('frames (needs a camera)', () => { test('arrive', () => {}); });
    describe.skip('models (needs recorded answers)', () => { test.each([])('%s agrees', () => {}); });
    test('sound', (context) => context.skip('no microphone'));
  `;
  const unloadable = `throw new Error('This file cannot be loaded.');`;
  expect(lastLines([mixed, unloadable], 6)).toEqual([
    'Skipped:',
    '  0.test.ts > frames (needs a camera) > arrive',
    '  0.test.ts > sound [no microphone]',
    '  0.test.ts > models (needs recorded answers)',
    '',
    '2 passed, 2 failed, 3 skipped',
  ]);
});
