import { createHash } from 'node:crypto';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { analysisKey, openDiskMediaStore, originalKey } from '@vigil/media-store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addIncident } from '../api/testing/sample-records.ts';
import { applyRetention } from './apply-retention.ts';
import { evidenceOf, RetentionBench } from './testing/retention-bench.ts';

const dayMs = 86_400_000;
let bench: RetentionBench;
beforeEach(async () => {
  bench = await RetentionBench.open();
});
afterEach(async () => await bench[Symbol.asyncDispose]());

describe('a video past its age', () => {
  beforeEach(async () => await bench.setSettings({ retention: { maxAgeDays: 10, maxBytes: null } }));

  it('keeps its record and its incidents, says so, and tells the feed', async () => {
    const video = await bench.addStored('v-1');
    await addIncident(bench.store, 'i-v-1', evidenceOf('v-1'));
    bench.now += 11 * dayMs;
    expect(await applyRetention(bench.context())).toMatchObject({ videosRemoved: 1, bytesRemoved: 100, hasRoom: true });
    expect(await bench.store.videos.get('v-1')).toMatchObject({ originalRemoved: true, name: video.name });
    expect(await bench.store.incidents.get('i-v-1')).toMatchObject({ status: 'new' });
    expect(await bench.media.list('originals', 1)).toEqual([]);
    const messages = await bench.store.events.after(0, 10);
    expect(messages).toMatchObject([{ topic: 'video', type: 'update', record: { id: 'v-1', originalRemoved: true } }]);
  });

  it('stays for the sake of one incident, without the clips of the others', async () => {
    const video = await bench.addStored('v-1');
    await addIncident(bench.store, 'i-v-1', { ...evidenceOf('v-1'), status: 'confirmed' });
    const other = { clip: 'clips/i-2.mp4', keyFrame: 'key-frames/i-2.jpg' };
    await addIncident(bench.store, 'i-2', { ...evidenceOf('v-1'), ...other });
    for (const file of Object.values(other)) bench.put(`${analysisKey('a-v-1')}/${file}`, 20);
    bench.now += 11 * dayMs;
    expect(await applyRetention(bench.context())).toMatchObject({
      videosRemoved: 0,
      videosProtected: 1,
      evidenceFilesRemoved: 2,
    });
    expect(await bench.hasOriginal(video)).toBe(true);
    expect(await bench.media.stat(`${analysisKey('a-v-1')}/clips/i-v-1.mp4`)).not.toBeNull();
    expect(await bench.media.list(`${analysisKey('a-v-1')}/clips`, 10)).toHaveLength(1);
  });

  it('leaves the original to a younger one of the same content', async () => {
    const old = await bench.addStored('v-1');
    bench.now += 9 * dayMs;
    await bench.addStored('v-2', { sha256: old.sha256 });
    bench.now += 2 * dayMs;
    expect((await applyRetention(bench.context())).videosRemoved).toBe(1);
    expect(await bench.hasOriginal(old)).toBe(true);
    bench.now += 9 * dayMs;
    expect((await applyRetention(bench.context())).videosRemoved).toBe(1);
    expect(await bench.hasOriginal(old)).toBe(false);
  });

  it('leaves the original to an upload of the same content that has no record yet', async () => {
    const old = await bench.addStored('v-1');
    bench.now += 11 * dayMs;
    const path = await bench.media.pathOf(originalKey(old.sha256));
    await utimes(path, bench.now / 1000, bench.now / 1000);
    await applyRetention(bench.context());
    expect(await bench.hasOriginal(old)).toBe(true);
  });

  it('is done again as a whole where a kill came between files and record', async () => {
    const video = await bench.addStored('v-1');
    bench.now += 11 * dayMs;
    await bench.media.remove(originalKey(video.sha256));
    expect((await applyRetention(bench.context())).videosRemoved).toBe(1);
    expect(await bench.store.videos.get('v-1')).toMatchObject({ originalRemoved: true });
  });
});

it('leaves what has only just come, however little room there is', async () => {
  await bench.setSettings({ retention: { maxAgeDays: null, maxBytes: 50 } });
  const video = await bench.addStored('v-1');
  bench.now += 60_000;
  expect(await applyRetention(bench.context())).toMatchObject({ videosRemoved: 0, videosProtected: 1 });
  expect(await bench.hasOriginal(video)).toBe(true);
  bench.now += 600_000;
  expect(await applyRetention(bench.context())).toMatchObject({ videosRemoved: 1 });
  expect(await bench.hasOriginal(video)).toBe(false);
});

describe('where there is no room', () => {
  it('takes the oldest of what has a limit, and of nothing else', async () => {
    await using small = await openDiskMediaStore({ folder: join(bench.folder, 'media'), quotaBytes: 1000, reserveBytes: 0 });
    await bench.setSettings({ retentionBySource: { gate: { maxAgeDays: 1000, maxBytes: null } } });
    for (const [index, sourceId] of ['gate', 'door', 'gate', 'gate', 'door'].entries()) {
      bench.now += 1000;
      await bench.addStored(`v-${index}`, { sourceId, sizeBytes: 200 });
    }
    bench.now += dayMs;
    expect(await applyRetention(bench.context({ media: small }))).toMatchObject({ videosRemoved: 2, hasRoom: true });
    const kept = (await bench.store.videos.list({ filter: { originalRemoved: false }, limit: 10 })).items.map(({ id }) => id);
    expect(kept).toEqual(['v-4', 'v-3', 'v-1']);
  });

  it('says so where nothing may be removed', async () => {
    await using small = await openDiskMediaStore({ folder: join(bench.folder, 'media'), quotaBytes: 100, reserveBytes: 0 });
    const video = await bench.addStored('v-1');
    expect(await applyRetention(bench.context({ media: small }))).toMatchObject({ videosRemoved: 0, hasRoom: false });
    expect(await bench.hasOriginal(video)).toBe(true);
  });
});

it('removes originals without a record within a day, but not those of an upload at work', async () => {
  const kept = await bench.addStored('v-1');
  for (const name of ['x', 'y', 'z']) {
    const key = originalKey(createHash('sha256').update(name).digest('hex'));
    bench.put(key, 10);
    const at = name === 'x' ? bench.now + dayMs : bench.now;
    await utimes(await bench.media.pathOf(key), at / 1000, at / 1000);
  }
  let removed = 0;
  bench.now += 3_600_000;
  for (let hour = 0; hour < 24; hour++, bench.now += 3_600_000) removed += (await applyRetention(bench.context())).orphansRemoved;
  expect(removed).toBe(2);
  expect(await bench.hasOriginal(kept)).toBe(true);
});

it('removes old audit entries', async () => {
  await bench.setSettings({ auditDays: 30 });
  for (let day = 0; day < 40; day++, bench.now += dayMs)
    await bench.store.audit.insert({
      id: `entry-${day}`,
      actor: { kind: 'system', id: null, name: 'system' },
      action: 'test.enter',
      target: null,
      outcome: 'done',
      details: {},
      requestId: null,
      ipAddress: null,
    });
  expect((await applyRetention(bench.context())).auditEntriesRemoved).toBe(10);
  expect(await bench.store.audit.count({}, 100)).toBe(30);
});
