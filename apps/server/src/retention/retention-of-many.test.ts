import type { Settings } from '@vigil/contracts';
import { analysisKey, previewKey } from '@vigil/media-store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addIncident } from '../api/testing/sample-records.ts';
import { submitPreviews } from '../jobs/submit-upkeep.ts';
import { applyRetention } from './apply-retention.ts';
import { oldestFirst } from './pages.ts';
import { evidenceOf, RetentionBench, startMs } from './testing/retention-bench.ts';

const dayMs = 86_400_000;
let bench: RetentionBench;
beforeEach(async () => {
  bench = await RetentionBench.open();
});
afterEach(async () => await bench[Symbol.asyncDispose]());

describe('of a thousand videos', () => {
  const sources = [null, 'gate', 'yard', 'roof', 'door'];
  const retentionBySource: Settings['retentionBySource'] = {
    gate: { maxAgeDays: 10, maxBytes: null },
    yard: { maxAgeDays: null, maxBytes: 5000 },
    roof: { maxAgeDays: 30, maxBytes: 3000 },
    door: { maxAgeDays: null, maxBytes: null },
  };
  const general = { maxAgeDays: 50, maxBytes: 20_000 };

  /** Numbers that look random and are the same each time (Park and Miller's generator). */
  function generator(seed: number): () => number {
    let state = seed;
    return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  }

  it.each([1])(
    'nothing protected is ever removed, and the limits hold wherever they can (%i)',
    { timeout: 240_000 },
    async (seed) => {
      const random = generator(seed * 7919);
      const protectedIds = new Set<string>();
      for (let index = 0; index < 1000; index++) {
        const id = `v-${index}`;
        bench.now = startMs + Math.floor((index / 1000) * 60 * dayMs);
        const kind = random();
        const video = await bench.addStored(id, {
          sourceId: sources[Math.floor(random() * sources.length)],
          sizeBytes: 1 + Math.floor(random() * 200),
          held: kind < 0.05,
        });
        if (kind < 0.05) protectedIds.add(id);
        if (random() < 0.3) {
          const status = random() < 0.2 ? 'confirmed' : random() < 0.5 ? 'dismissed' : 'new';
          const held = random() < 0.1;
          await addIncident(bench.store, `i-${id}`, { ...evidenceOf(id), status, held });
          if (status === 'confirmed' || held) protectedIds.add(id);
        }
        if (random() < 0.02) {
          await submitPreviews(bench, { video });
          protectedIds.add(id);
        }
      }
      bench.now = startMs + 60 * dayMs;
      await bench.setSettings({ retention: general, retentionBySource });

      // Stopped three times on the way, as a service that is told to end does.
      for (const removalsBefore of [0, 20, 100]) {
        const stop = new AbortController();
        let removals = 0;
        const watched = new Proxy(bench.media, {
          get: (target, name) => {
            if (name === 'remove' && ++removals > removalsBefore) stop.abort();
            const value: unknown = Reflect.get(target, name, target);
            return typeof value === 'function' ? value.bind(target) : value;
          },
        });
        await expect(applyRetention(bench.context({ media: watched, signal: stop.signal }))).rejects.toMatchObject({
          code: 'cancelled',
        });
      }
      const report = await applyRetention(bench.context());
      expect(report.videosRemoved).toBeGreaterThan(100);

      const left = new Map<string | null, { bytes: number; isProtected: boolean; ageDays: number }[]>();
      const wrong: string[] = [];
      let removed = 0;
      for await (const video of oldestFirst(bench.store.videos, {})) {
        const isProtected = protectedIds.has(video.id);
        if ((await bench.hasOriginal(video)) === video.originalRemoved)
          wrong.push(`${video.id}: the file is not as the record says`);
        if (isProtected && video.originalRemoved) wrong.push(`${video.id}: was protected`);
        if (video.originalRemoved) {
          removed++;
          const rest = [
            ...(await bench.media.list(analysisKey(`a-${video.id}`), 1)),
            ...(await bench.media.list(previewKey(video.sha256), 1)),
          ];
          if (rest.length > 0) wrong.push(`${video.id}: left ${rest[0].key}`);
          continue;
        }
        const ageDays = (bench.now - Date.parse(video.createdAt)) / dayMs;
        const list = left.get(video.sourceId) ?? [];
        left.set(video.sourceId, list);
        list.push({ bytes: video.sizeBytes, isProtected, ageDays });
      }
      for (const [sourceId, videos] of left) {
        const { maxAgeDays, maxBytes } = (sourceId === null ? undefined : retentionBySource[sourceId]) ?? general;
        const removable = videos.filter(({ isProtected }) => !isProtected);
        if (removable.some(({ ageDays }) => ageDays > (maxAgeDays ?? Number.POSITIVE_INFINITY)))
          wrong.push(`${sourceId}: too old`);
        const bytes = videos.reduce((sum, video) => sum + video.bytes, 0);
        if (removable.length > 0 && bytes > (maxBytes ?? Number.POSITIVE_INFINITY)) wrong.push(`${sourceId}: too much`);
      }
      expect(wrong).toEqual([]);
      // No more went than had to: each of these has 200 bytes at most, and one more would have been too much.
      const bytesOfYard = (left.get('yard') ?? []).reduce((sum, { bytes }) => sum + bytes, 0);
      expect(bytesOfYard).toBeGreaterThan(4799);
      expect(left.get('door')?.length).toBe(await bench.store.videos.count({ sourceId: 'door' }, 1000));
      expect(await bench.store.audit.count({ action: 'video.apply-retention' }, 2000)).toBe(removed);

      const again = await applyRetention(bench.context());
      expect(again).toMatchObject({ videosRemoved: 0, bytesRemoved: 0, evidenceFilesRemoved: 0, orphansRemoved: 0 });
    },
  );
});
