import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeVideo } from './fixtures/make-videos.ts';
import { Workplace } from './fixtures/run-vigil.ts';

const workplace = new Workplace();

beforeAll(async () => await makeVideo(workplace.file('gate.mp4'), { seconds: 40 }));
afterAll(() => workplace[Symbol.dispose]());

it('the same command twice at once gives both the same result, and neither goes on with the work of the other', async () => {
  const command = ['analyse', 'gate.mp4', '--json', '--out', 'out', '--progress', 'lines'];
  const first = workplace.start(...command);
  await first.saying(/progress: /);
  const second = workplace.start(...command);
  const [one, other] = await Promise.all([first.ended, second.ended]);
  expect(`${one.stderr}${other.stderr}`.replace(/^progress: .*\n/gm, '')).toBe('');
  expect([one.exitCode, other.exitCode]).toEqual([0, 0]);
  expect(JSON.parse(one.stdout)).toMatchObject({ format: 'vigil-analysis', source: { file: 'gate.mp4' } });
  expect(other.stdout).toBe(one.stdout);
  expect(await readdir(workplace.file('data/work'))).toEqual([]);
  expect(await readdir(workplace.file('out'))).toEqual(expect.arrayContaining(['incidents.json', 'report.html']));
  expect((await readdir(workplace.file('out'))).filter((name) => name.startsWith('.'))).toEqual([]);
});
