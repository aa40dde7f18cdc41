import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runKillTest } from './kill-run.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigil-kill-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(process.platform !== 'linux')('services whose processes are killed (needs /proc)', () => {
  it('lose nothing, do nothing twice, and find what undisturbed ones find', { timeout: 600_000 }, async () => {
    const { problems, acknowledged, killed, jobs, incidents } = await runKillTest({
      folder,
      modelCacheFolder: join(folder, 'models'),
      videos: 2,
      kills: 4,
      workers: 1,
      seed: 3,
      killIntervalMs: 3000,
      longestMs: 540_000,
      mongo: null,
      onEvent: () => undefined,
    });
    expect(problems).toEqual([]);
    expect(acknowledged).toBe(2);
    expect(Object.values(killed).reduce((sum, count) => sum + count, 0)).toBe(4);
    // an upload that was not acknowledged may be there all the same
    expect(jobs).toBeGreaterThanOrEqual(4);
    expect(incidents).toBeGreaterThanOrEqual(2);
  });
});
