import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MediaStore } from '../media-store.ts';
import { MediaBench } from '../testing/media-bench.ts';

let bench: MediaBench;
let base: string;
let folder: string;
let store: MediaStore;
beforeEach(async () => {
  bench = await MediaBench.open();
  ({ base, folder, store } = bench);
});
afterEach(async () => await bench[Symbol.asyncDispose]());

describe('space', () => {
  it('is counted by area, with what this process wrote since', async () => {
    await store.write('reports/a', '12345');
    await store.adopt(bench.finished('a', '1234567'), 'evidence/b');
    expect(await store.usage()).toMatchObject({ usedBytes: 12, quotaBytes: null, byArea: { reports: 5, evidence: 7 } });
    await store.write('reports/c', '123');
    await store.remove('evidence/b');
    expect((await store.usage()).usedBytes).toBe(8);
  });

  it('is refused beyond the quota', async () => {
    await using small = await bench.openAgain({ quotaBytes: 100 });
    await small.write('reports/a', 'x'.repeat(60));
    await small.requireSpace(40);
    await expect(small.requireSpace(41)).rejects.toMatchObject({
      code: 'quota-exceeded',
      details: { bytes: 41, usedBytes: 60, quotaBytes: 100 },
    });
    await expect(small.write('reports/b', 'x'.repeat(41))).rejects.toMatchObject({ code: 'quota-exceeded' });
    expect(await small.stat('reports/b')).toBeNull();
    await small.write('reports/b', 'x'.repeat(40));
  });

  it('is refused where the reserve of the disk would be touched', async () => {
    const { freeBytes } = await store.usage();
    await using careful = await bench.openAgain({ reserveBytes: freeBytes * 2 });
    await expect(careful.requireSpace(0)).rejects.toMatchObject({ code: 'disk-full' });
  });
});

it('says by its key, not its path, what cannot be written', async () => {
  rmSync(join(folder, 'temporary', 'writes'), { recursive: true });
  const failure: unknown = await store.write('reports/a', 'x').catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'not-writable', message: expect.not.stringContaining(base) });
  expect(await store.stat('reports/a')).toBeNull();
});
