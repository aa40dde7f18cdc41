import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { utimes } from 'node:fs/promises';
import type { Settings, Video } from '@vigil/contracts';
import { analysisKey, type MediaStore, openDiskMediaStore, originalKey, previewKey } from '@vigil/media-store';
import { openSqliteStore, type Store } from '@vigil/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addAnalysis, addIncident, addVideo } from '../api/testing/sample-records.ts';
import { submitPreviews } from '../jobs/submit-upkeep.ts';
import { settingsId, storedSettings } from '../settings/stored-settings.ts';
import { applyRetention } from './apply-retention.ts';
import { oldestFirst } from './pages.ts';
import type { RetentionContext } from './retention-context.ts';

const dayMs = 86_400_000;
const start = Date.parse('2026-01-01T00:00:00.000Z');
/** In memory where the machine has such a folder: thousands of files are made sure of one by one. */
const fastFolder = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
let folder: string;
let now: number;
let store: Store;
let media: MediaStore;
const clock = (): number => now;
const never = new AbortController().signal;

beforeEach(async () => {
  folder = mkdtempSync(join(fastFolder, 'vigil-retention-'));
  now = start;
  store = await openSqliteStore({ file: join(folder, 'vigil.sqlite'), clock });
  media = await openDiskMediaStore({ folder: join(folder, 'media'), quotaBytes: null, reserveBytes: 0 });
});
afterEach(async () => {
  await store[Symbol.asyncDispose]();
  await media[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

function context(changes: Partial<RetentionContext> = {}): RetentionContext {
  return { store, media, clock, log: { info: () => undefined, warn: () => undefined }, signal: never, ...changes };
}

async function setSettings(changes: Partial<Settings>): Promise<void> {
  await storedSettings(store);
  await store.settings.update(settingsId, (settings) => ({ ...settings, ...changes }));
}

/** Puts a file into the store without waiting for the disk. */
function put(key: string, bytes: number): void {
  const path = join(folder, 'media', key);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, Buffer.alloc(bytes));
}

/** A video with all its files. Its original counts as stored when the record was. */
async function addStored(id: string, values: Partial<Video> = {}): Promise<Video> {
  const sha256 = createHash('sha256').update(id).digest('hex');
  const video = await addVideo(store, id, { sha256, sizeBytes: 100, ...values });
  put(originalKey(video.sha256), video.sizeBytes);
  const path = await media.pathOf(originalKey(video.sha256));
  await utimes(path, now / 1000, now / 1000);
  put(`${previewKey(video.sha256)}/poster.jpg`, 10);
  await addAnalysis(store, `a-${id}`, { videoId: id });
  for (const name of ['incidents.json', 'report.html', `clips/i-${id}.mp4`, `key-frames/i-${id}.jpg`])
    put(`${analysisKey(`a-${id}`)}/${name}`, 20);
  return video;
}

const evidenceOf = (id: string) => ({
  videoId: id,
  analysisId: `a-${id}`,
  clip: `clips/i-${id}.mp4`,
  keyFrame: `key-frames/i-${id}.jpg`,
});
const hasOriginal = async ({ sha256 }: Video): Promise<boolean> => (await media.stat(originalKey(sha256))) !== null;
const hasClip = async (id: string): Promise<boolean> =>
  (await media.stat(`${analysisKey(`a-${id}`)}/clips/i-${id}.mp4`)) !== null;

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
        now = start + Math.floor((index / 1000) * 60 * dayMs);
        const kind = random();
        const video = await addStored(id, {
          sourceId: sources[Math.floor(random() * sources.length)],
          sizeBytes: 1 + Math.floor(random() * 200),
          held: kind < 0.05,
        });
        if (kind < 0.05) protectedIds.add(id);
        if (random() < 0.3) {
          const status = random() < 0.2 ? 'confirmed' : random() < 0.5 ? 'dismissed' : 'new';
          const held = random() < 0.1;
          await addIncident(store, `i-${id}`, { ...evidenceOf(id), status, held });
          if (status === 'confirmed' || held) protectedIds.add(id);
        }
        if (random() < 0.02) {
          await submitPreviews({ store, clock }, { video });
          protectedIds.add(id);
        }
      }
      now = start + 60 * dayMs;
      await setSettings({ retention: general, retentionBySource });

      // Stopped three times on the way, as a service that is told to end does.
      for (const removalsBefore of [0, 20, 100]) {
        const stop = new AbortController();
        let removals = 0;
        const watched = new Proxy(media, {
          get: (target, name) => {
            if (name === 'remove' && ++removals > removalsBefore) stop.abort();
            const value: unknown = Reflect.get(target, name, target);
            return typeof value === 'function' ? value.bind(target) : value;
          },
        });
        await expect(applyRetention(context({ media: watched, signal: stop.signal }))).rejects.toMatchObject({
          code: 'cancelled',
        });
      }
      const report = await applyRetention(context());
      expect(report.videosRemoved).toBeGreaterThan(100);

      const left = new Map<string | null, { bytes: number; isProtected: boolean; ageDays: number }[]>();
      const wrong: string[] = [];
      let removed = 0;
      for await (const video of oldestFirst(store.videos, {})) {
        const isProtected = protectedIds.has(video.id);
        if ((await hasOriginal(video)) === video.originalRemoved) wrong.push(`${video.id}: the file is not as the record says`);
        if (isProtected && video.originalRemoved) wrong.push(`${video.id}: was protected`);
        if (video.originalRemoved) {
          removed++;
          const rest = [
            ...(await media.list(analysisKey(`a-${video.id}`), 1)),
            ...(await media.list(previewKey(video.sha256), 1)),
          ];
          if (rest.length > 0) wrong.push(`${video.id}: left ${rest[0].key}`);
          continue;
        }
        const ageDays = (now - Date.parse(video.createdAt)) / dayMs;
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
      expect(left.get('door')?.length).toBe(await store.videos.count({ sourceId: 'door' }, 1000));
      expect(await store.audit.count({ action: 'video.apply-retention' }, 2000)).toBe(removed);

      const again = await applyRetention(context());
      expect(again).toMatchObject({ videosRemoved: 0, bytesRemoved: 0, evidenceFilesRemoved: 0, orphansRemoved: 0 });
    },
  );
});

describe('a video past its age', () => {
  beforeEach(async () => await setSettings({ retention: { maxAgeDays: 10, maxBytes: null } }));

  it('keeps its record and its incidents, says so, and tells the feed', async () => {
    const video = await addStored('v-1');
    await addIncident(store, 'i-v-1', evidenceOf('v-1'));
    now += 11 * dayMs;
    expect(await applyRetention(context())).toMatchObject({ videosRemoved: 1, bytesRemoved: 100, hasRoom: true });
    expect(await store.videos.get('v-1')).toMatchObject({ originalRemoved: true, name: video.name });
    expect(await store.incidents.get('i-v-1')).toMatchObject({ status: 'new' });
    expect(await media.list('originals', 1)).toEqual([]);
    const messages = await store.events.after(0, 10);
    expect(messages).toMatchObject([{ topic: 'video', type: 'update', record: { id: 'v-1', originalRemoved: true } }]);
  });

  it('stays for the sake of one incident, without the clips of the others', async () => {
    const video = await addStored('v-1');
    await addIncident(store, 'i-v-1', { ...evidenceOf('v-1'), status: 'confirmed' });
    const other = { clip: 'clips/i-2.mp4', keyFrame: 'key-frames/i-2.jpg' };
    await addIncident(store, 'i-2', { ...evidenceOf('v-1'), ...other });
    for (const file of Object.values(other)) put(`${analysisKey('a-v-1')}/${file}`, 20);
    now += 11 * dayMs;
    expect(await applyRetention(context())).toMatchObject({ videosRemoved: 0, videosProtected: 1, evidenceFilesRemoved: 2 });
    expect(await hasOriginal(video)).toBe(true);
    expect(await hasClip('v-1')).toBe(true);
    expect(await media.list(`${analysisKey('a-v-1')}/clips`, 10)).toHaveLength(1);
  });

  it('leaves the original to a younger one of the same content', async () => {
    const old = await addStored('v-1');
    now += 9 * dayMs;
    await addStored('v-2', { sha256: old.sha256 });
    now += 2 * dayMs;
    expect((await applyRetention(context())).videosRemoved).toBe(1);
    expect(await hasOriginal(old)).toBe(true);
    now += 9 * dayMs;
    expect((await applyRetention(context())).videosRemoved).toBe(1);
    expect(await hasOriginal(old)).toBe(false);
  });

  it('leaves the original to an upload of the same content that has no record yet', async () => {
    const old = await addStored('v-1');
    now += 11 * dayMs;
    const path = await media.pathOf(originalKey(old.sha256));
    await utimes(path, now / 1000, now / 1000);
    await applyRetention(context());
    expect(await hasOriginal(old)).toBe(true);
  });

  it('is done again as a whole where a kill came between files and record', async () => {
    const video = await addStored('v-1');
    now += 11 * dayMs;
    await media.remove(originalKey(video.sha256));
    expect((await applyRetention(context())).videosRemoved).toBe(1);
    expect(await store.videos.get('v-1')).toMatchObject({ originalRemoved: true });
  });
});

it('leaves what has only just come, however little room there is', async () => {
  await setSettings({ retention: { maxAgeDays: null, maxBytes: 50 } });
  const video = await addStored('v-1');
  now += 60_000;
  expect(await applyRetention(context())).toMatchObject({ videosRemoved: 0, videosProtected: 1 });
  expect(await hasOriginal(video)).toBe(true);
  now += 600_000;
  expect(await applyRetention(context())).toMatchObject({ videosRemoved: 1 });
  expect(await hasOriginal(video)).toBe(false);
});

describe('where there is no room', () => {
  it('takes the oldest of what has a limit, and of nothing else', async () => {
    await using small = await openDiskMediaStore({ folder: join(folder, 'media'), quotaBytes: 1000, reserveBytes: 0 });
    await setSettings({ retentionBySource: { gate: { maxAgeDays: 1000, maxBytes: null } } });
    for (const [index, sourceId] of ['gate', 'door', 'gate', 'gate', 'door'].entries()) {
      now += 1000;
      await addStored(`v-${index}`, { sourceId, sizeBytes: 200 });
    }
    now += dayMs;
    expect(await applyRetention(context({ media: small }))).toMatchObject({ videosRemoved: 2, hasRoom: true });
    const kept = (await store.videos.list({ filter: { originalRemoved: false }, limit: 10 })).items.map(({ id }) => id);
    expect(kept).toEqual(['v-4', 'v-3', 'v-1']);
  });

  it('says so where nothing may be removed', async () => {
    await using small = await openDiskMediaStore({ folder: join(folder, 'media'), quotaBytes: 100, reserveBytes: 0 });
    const video = await addStored('v-1');
    expect(await applyRetention(context({ media: small }))).toMatchObject({ videosRemoved: 0, hasRoom: false });
    expect(await hasOriginal(video)).toBe(true);
  });
});

it('removes originals without a record within a day, but not those of an upload at work', async () => {
  const kept = await addStored('v-1');
  for (const name of ['x', 'y', 'z']) {
    const key = originalKey(createHash('sha256').update(name).digest('hex'));
    put(key, 10);
    const at = name === 'x' ? now + dayMs : now;
    await utimes(await media.pathOf(key), at / 1000, at / 1000);
  }
  let removed = 0;
  now += 3_600_000;
  for (let hour = 0; hour < 24; hour++, now += 3_600_000) removed += (await applyRetention(context())).orphansRemoved;
  expect(removed).toBe(2);
  expect(await hasOriginal(kept)).toBe(true);
});

it('removes old audit entries', async () => {
  await setSettings({ auditDays: 30 });
  for (let day = 0; day < 40; day++, now += dayMs)
    await store.audit.insert({
      id: `entry-${day}`,
      actor: { kind: 'system', id: null, name: 'system' },
      action: 'test.enter',
      target: null,
      outcome: 'done',
      details: {},
      requestId: null,
      ipAddress: null,
    });
  expect((await applyRetention(context())).auditEntriesRemoved).toBe(10);
  expect(await store.audit.count({}, 100)).toBe(30);
});
