import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { TestBench } from '../testing/test-bench.ts';
import { analyseVideo } from './analyse-video.ts';

const file = join(import.meta.dirname, '../../../../../shared/data/samples/left-bag.mp4');
const bench = new TestBench();
afterAll(() => bench[Symbol.dispose]());

describe.skipIf(!existsSync(file))('a bag that is left behind (needs ../shared/data)', () => {
  it('is the one incident, where and when it was left', async () => {
    const { incidents } = await bench.withSenses(2, (senses) =>
      analyseVideo({
        file,
        profile: null,
        budgetIncidentsPerDay: 10,
        senses,
        workFolder: bench.path('work'),
        evidenceFolder: null,
      }),
    );
    expect(incidents.map(({ kinds }) => kinds)).toEqual([['object.left']]);
    const [{ startSeconds, boundingBoxes }] = incidents;
    expect(startSeconds).toBeGreaterThan(12.5);
    expect(startSeconds).toBeLessThan(20);
    const [{ left, top, width, height }] = boundingBoxes;
    expect(Math.hypot(left + width / 2 - 0.66, top + height / 2 - 0.8)).toBeLessThan(0.06);
  });
});
