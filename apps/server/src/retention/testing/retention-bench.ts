import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Settings, Video } from '@vigil/contracts';
import { analysisKey, type MediaStore, openDiskMediaStore, originalKey, previewKey } from '@vigil/media-store';
import { openSqliteStore, type Store } from '@vigil/store';
import { addAnalysis, addVideo } from '../../api/testing/sample-records.ts';
import { settingsId } from '../../settings/read-settings.ts';
import { storedSettings } from '../../settings/stored-settings.ts';
import type { RetentionContext } from '../retention-context.ts';

/** When benches begin, milliseconds since 1970. */
export const startMs = Date.parse('2026-01-01T00:00:00.000Z');
/** In memory where the machine has such a folder: thousands of files are made sure of one by one. */
const fastFolder = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** Stores to apply a retention to, and a clock that tests set. */
export class RetentionBench implements AsyncDisposable {
  readonly folder: string;
  readonly store: Store;
  readonly media: MediaStore;
  readonly clock: () => number;
  readonly #time: { nowMs: number };

  private constructor(folder: string, store: Store, media: MediaStore, time: { nowMs: number }) {
    this.folder = folder;
    this.store = store;
    this.media = media;
    this.clock = () => time.nowMs;
    this.#time = time;
  }

  /** Opens empty stores. */
  static async open(): Promise<RetentionBench> {
    const folder = mkdtempSync(join(fastFolder, 'vigil-retention-'));
    const time = { nowMs: startMs };
    const store = await openSqliteStore({ file: join(folder, 'vigil.sqlite'), clock: () => time.nowMs });
    const media = await openDiskMediaStore({ folder: join(folder, 'media'), quotaBytes: null, reserveBytes: 0 });
    return new RetentionBench(folder, store, media, time);
  }

  /** What the clock shows, milliseconds since 1970. */
  get now(): number {
    return this.#time.nowMs;
  }

  set now(nowMs: number) {
    this.#time.nowMs = nowMs;
  }

  /** What the retention is applied with. */
  context(changes: Partial<RetentionContext> = {}): RetentionContext {
    const { store, media, clock } = this;
    const log = { info: () => undefined, warn: () => undefined };
    return { store, media, clock, log, signal: new AbortController().signal, ...changes };
  }

  /** Changes settings. */
  async setSettings(changes: Partial<Settings>): Promise<void> {
    await storedSettings(this.store);
    await this.store.settings.update(settingsId, (settings) => ({ ...settings, ...changes }));
  }

  /** Puts a file into the store without waiting for the disk. */
  put(key: string, bytes: number): void {
    const path = join(this.folder, 'media', key);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, Buffer.alloc(bytes));
  }

  /** A video with all its files. Its original counts as stored when the record was. */
  async addStored(id: string, values: Partial<Video> = {}): Promise<Video> {
    const { store, media, now } = this;
    const sha256 = createHash('sha256').update(id).digest('hex');
    const video = await addVideo(store, id, { sha256, sizeBytes: 100, ...values });
    this.put(originalKey(video.sha256), video.sizeBytes);
    const path = await media.pathOf(originalKey(video.sha256));
    await utimes(path, now / 1000, now / 1000);
    this.put(`${previewKey(video.sha256)}/poster.jpg`, 10);
    await addAnalysis(store, `a-${id}`, { videoId: id });
    for (const name of ['incidents.json', 'report.html', `clips/i-${id}.mp4`, `key-frames/i-${id}.jpg`])
      this.put(`${analysisKey(`a-${id}`)}/${name}`, 20);
    return video;
  }

  /** Whether the original of a video is there. */
  async hasOriginal({ sha256 }: Video): Promise<boolean> {
    return (await this.media.stat(originalKey(sha256))) !== null;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.store[Symbol.asyncDispose]();
    await this.media[Symbol.asyncDispose]();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What an incident of a video that {@link RetentionBench.addStored} made refers to. */
export function evidenceOf(id: string): { videoId: string; analysisId: string; clip: string; keyFrame: string } {
  return { videoId: id, analysisId: `a-${id}`, clip: `clips/i-${id}.mp4`, keyFrame: `key-frames/i-${id}.jpg` };
}
