import { afterAll, beforeAll, expect, it } from 'vitest';
import { analyseWithKills, killTimes } from '../testing/killed-runs.ts';
import { TestBench } from '../testing/test-bench.ts';
import { smallVideo, writeWalkers } from '../testing/walkers-video.ts';
import { analyseVideo } from './analyse-video.ts';

const bench = new TestBench();
const file = bench.path('walkers.mp4');

beforeAll(() => writeWalkers(file, smallVideo));
afterAll(() => bench[Symbol.dispose]());

it('gives the result of an undisturbed run, however often it was killed', async () => {
  const undisturbed = await bench.withSenses(2, (senses) =>
    analyseVideo({
      file,
      profile: null,
      budgetIncidentsPerDay: 10,
      senses,
      workFolder: bench.path('undisturbed'),
      evidenceFolder: null,
    }),
  );
  const files = {
    file,
    cacheFolder: bench.path('models'),
    workFolder: bench.path('killed'),
    resultFile: bench.path('result.json'),
  };
  const { result, startSeconds, kills } = await analyseWithKills(files, killTimes(3, 24, 7));
  expect(JSON.stringify(result)).toBe(JSON.stringify(undisturbed));
  expect(kills).toBe(3);
  expect(Math.max(...startSeconds)).toBeGreaterThan(10);
});
