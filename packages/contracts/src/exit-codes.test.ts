import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { errorCodes } from './errors.ts';
import { exitCodeOf } from './exit-codes.ts';

const page = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8');
/** Rows of the table of errors: code, meaning, what to do, exit code. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

test('docs/errors.md lists every error code once, with its exit code, a meaning and a remedy', () => {
  const documented = rows.map(([, code, meaning, remedy, exitCode]) => [code, meaning !== '', remedy !== '', Number(exitCode)]);
  expect(documented).toEqual(errorCodes.map((code) => [`\`${code}\``, true, true, exitCodeOf(code)]));
});

test('no error ends with the exit code of success', () => {
  expect(errorCodes.filter((code) => !(exitCodeOf(code) > 0))).toEqual([]);
});
