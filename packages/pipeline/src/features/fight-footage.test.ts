import { existsSync } from 'node:fs';
import { FightWatcher, type RuleEvent } from '@vigil/detection';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractFeatures } from '../extract/extract-features.ts';
import { TestBench } from '../testing/test-bench.ts';

const folder = new URL('../../../../../shared/data/fights/clips/', import.meta.url).pathname;

describe.skipIf(!existsSync(folder))('fights in footage of surveillance cameras (needs ../shared/data)', () => {
  let bench: TestBench;
  beforeAll(() => {
    bench = new TestBench();
  });
  afterAll(() => bench[Symbol.dispose]());

  it('tells fights from people who walk, sit and shop', { timeout: 120_000 }, async () => {
    const clips = ['fight-fi026', 'fight-fi042', 'fight-fi076', 'normal-nofi058', 'normal-nofi074', 'normal-nofi122'];
    const strengths = new Map<string, number>();
    const fights: RuleEvent[] = [];
    await bench.withSenses(1, async (senses) => {
      for (const clip of clips) {
        const file = `${folder}${clip}.mp4`;
        const source = await extractFeatures({
          file,
          name: clip,
          senses: { ...senses, pose: null },
          workFolder: bench.path(clip),
        });
        const watcher = new FightWatcher(source.grid);
        for await (const record of source.records()) fights.push(...watcher.push(record));
        fights.push(...watcher.end());
        strengths.set(clip, watcher.highest);
      }
    });
    const found = clips.filter((clip) => (strengths.get(clip) ?? 0) >= 1);
    expect(found).toEqual(clips.filter((clip) => clip.startsWith('fight')));
    for (const clip of clips.filter((name) => name.startsWith('normal'))) expect(strengths.get(clip)).toBeLessThan(0.5);
    const alarms = fights.filter(({ strength }) => strength >= 1);
    expect(alarms.length).toBe(3);
    for (const { boundingBoxes, startSeconds, endSeconds, decidedSeconds } of alarms) {
      expect(boundingBoxes.length).toBe(2);
      expect(endSeconds).toBeGreaterThan(startSeconds);
      expect(decidedSeconds).toBeGreaterThanOrEqual(startSeconds);
    }
  });
});
