import { readFile } from 'node:fs/promises';
import { afterAll, expect, it } from 'vitest';
import { Workplace } from './fixtures/run-vigil.ts';

const workplace = new Workplace();
afterAll(() => workplace[Symbol.dispose]());

it('the demo finds what was planted and nothing else', async () => {
  const { exitCode, stdout, stderr } = await workplace.run('demo', '--out', 'demo');
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toContain('6 of 6 found, no false alarm.');
  const report = workplace.file('demo/report.html');
  expect(stdout).toContain(`Report: ${report}`);
  expect(await readFile(report, 'utf8')).toContain('data:image/jpeg;base64,');
}, 400_000);
