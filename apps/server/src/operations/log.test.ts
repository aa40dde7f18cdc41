import { pino } from 'pino';
import { expect, test } from 'vitest';
import { logOptions } from './log.ts';

function logged(write: (log: pino.Logger) => void): string {
  const lines: string[] = [];
  write(pino(logOptions('trace', 'api'), { write: (line: string) => lines.push(line) }));
  return lines.join('');
}

test('a line is JSON with level, time, process and message', () => {
  const line = JSON.parse(logged((log) => log.info({ requestId: 'r-1' }, 'hello'))) as Record<string, unknown>;
  expect(line).toMatchObject({ level: 'info', process: 'api', requestId: 'r-1', msg: 'hello' });
  expect(String(line.time)).toMatch(/^\d{4}-\d\d-\d\dT/);
});

test('secrets are blotted out by their names, and in addresses of errors and their causes', () => {
  const cause = new Error('connect to mongodb://root:hunter2@db failed');
  const written = logged((log) => {
    log.info(
      { password: 'hunter2', user: { token: 'hunter2', deep: { secret: 'hunter2' } }, headers: { cookie: 'hunter2' } },
      'sign-in',
    );
    log.error({ err: new Error('smtp://me:hunter2@mail refused', { cause }) }, 'failed');
  });
  expect(written).not.toContain('hunter2');
  expect(written).toContain('mongodb://db failed');
});
