import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MediaStore } from '../media-store.ts';
import { MediaBench } from '../testing/media-bench.ts';

const hourMs = 3_600_000;
let bench: MediaBench;
let base: string;
let folder: string;
let store: MediaStore;
beforeEach(async () => {
  bench = await MediaBench.open();
  ({ base, folder, store } = bench);
});
afterEach(async () => await bench[Symbol.asyncDispose]());

describe('a file in progress', () => {
  async function* chunks(...parts: (string | Error)[]): AsyncGenerator<Uint8Array> {
    for (const part of parts) {
      if (part instanceof Error) throw part;
      yield Buffer.from(part);
    }
  }

  it('goes on where it was left off', async () => {
    const path = join(store.temporaryFolder('uploads'), 'a');
    const limitBytes = 100;
    expect(await store.writeInProgress(path, chunks('one ', 'two '), { offset: 0, limitBytes })).toBe(8);
    expect(await store.writeInProgress(path, chunks('three'), { offset: 8, limitBytes })).toBe(13);
    expect(readFileSync(path, 'utf8')).toBe('one two three');
  });

  it('keeps what arrived before the stream broke', async () => {
    const path = join(store.temporaryFolder('uploads'), 'a');
    const broken = store.writeInProgress(path, chunks('one ', new Error('reset')), { offset: 0, limitBytes: 100 });
    await expect(broken).rejects.toMatchObject({ code: 'cancelled' });
    expect(readFileSync(path, 'utf8')).toBe('one ');
  });

  it('ends at its limit and at the quota', async () => {
    const path = join(store.temporaryFolder('uploads'), 'a');
    await expect(store.writeInProgress(path, chunks('12345', '678'), { offset: 0, limitBytes: 7 })).rejects.toMatchObject({
      code: 'too-large',
      details: { limitBytes: 7 },
    });
    await using small = await bench.openAgain({ quotaBytes: 3_500_000 });
    const batches = Array.from({ length: 5 }, () => 'x'.repeat(1_100_000));
    await expect(small.writeInProgress(path, chunks(...batches), { offset: 0, limitBytes: 1e9 })).rejects.toMatchObject({
      code: 'quota-exceeded',
    });
    expect(statSync(path).size).toBe(3_300_000);
  });

  it('lies in a folder for those', async () => {
    for (const path of [join(base, 'a'), join(folder, 'reports', 'a'), join(store.temporaryFolder('uploads'), '..', 'a')])
      await expect(store.writeInProgress(path, chunks('x'), { offset: 0, limitBytes: 9 })).rejects.toMatchObject({
        code: 'bad-request',
      });
  });
});

describe('files in progress', () => {
  it('are removed once nobody has written to them for long, and others stay', async () => {
    const writes = join(folder, 'temporary', 'writes');
    writeFileSync(join(writes, 'killed'), 'half');
    writeFileSync(join(store.temporaryFolder('uploads'), 'paused'), 'half');
    expect(await store.removeAbandoned()).toBe(0);
    await using later = await bench.openAgain({ clock: () => Date.now() + 2 * hourMs });
    expect(bench.filesInProgress()).toEqual([]);
    expect(readdirSync(later.temporaryFolder('uploads'))).toEqual(['paused']);
    await using muchLater = await bench.openAgain({ clock: () => Date.now() + 8 * 24 * hourMs });
    expect(readdirSync(muchLater.temporaryFolder('uploads'))).toEqual([]);
  });

  it('go back where a replacement was killed half-way', async () => {
    const writes = join(folder, 'temporary', 'writes');
    mkdirSync(join(writes, '1~evidence~run-1'));
    writeFileSync(join(writes, '1~evidence~run-1', 'incidents.json'), 'old');
    await store.write('evidence/run-2/incidents.json', 'new');
    mkdirSync(join(writes, '2~evidence~run-2'));
    await using later = await bench.openAgain({ clock: () => Date.now() + 2 * hourMs });
    expect(await text(await later.read('evidence/run-1/incidents.json'))).toBe('old');
    expect(await text(await later.read('evidence/run-2/incidents.json'))).toBe('new');
    expect(bench.filesInProgress()).toEqual([]);
  });
});
