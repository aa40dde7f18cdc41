import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeVideo } from './fixtures/make-videos.ts';
import { Workplace } from './fixtures/run-vigil.ts';

const workplace = new Workplace();

beforeAll(async () => await makeVideo(workplace.file('long.mp4'), { seconds: 240, width: 320, height: 240 }));
afterAll(() => workplace[Symbol.dispose]());

it.each(['SIGINT', 'SIGTERM'] as const)('%s ends a run with 130 and one line, and nothing looks complete', async (signal) => {
  const running = workplace.start('analyse', 'long.mp4', '--out', 'out', '--progress', 'lines');
  await running.saying(/progress: /);
  running.process.kill(signal);
  const { exitCode, stdout, stderr } = await running.ended;
  expect(stderr.replace(/^progress: .*\n/gm, '')).toMatch(/^vigil: cancelled[^\n]*\n$/m);
  expect(exitCode).toBe(130);
  expect(stdout).toBe('');
  expect(existsSync(workplace.file('out'))).toBe(false);
});

it('goes on where it stopped, and gives what an undisturbed run gives', async () => {
  using own = new Workplace();
  await makeVideo(own.file('short.mp4'), { seconds: 60 });
  const cut = own.start('analyse', 'short.mp4', '--json', '--progress', 'lines');
  await cut.saying(/ [3-9]\d %/);
  cut.process.kill('SIGINT');
  expect((await cut.ended).exitCode).toBe(130);
  const resumed = await own.run('analyse', 'short.mp4', '--json', '--progress', 'lines');
  expect(resumed.stderr).toContain('going on where an earlier run stopped');
  const whole = await own.run('analyse', 'short.mp4', '--json');
  expect({ exitCode: whole.exitCode, stderr: whole.stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(resumed.stdout).toBe(whole.stdout);
  expect(await readdir(own.file('data/work'))).toEqual([]);
});
