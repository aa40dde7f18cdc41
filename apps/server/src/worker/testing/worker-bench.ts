import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Analysis, FeedMessage, Job, Video } from '@vigil/contracts';
import { type MediaStore, openDiskMediaStore } from '@vigil/media-store';
import { openSqliteStore, type Store } from '@vigil/store';
import { newRecordId } from '../../jobs/record-id.ts';
import { hasEnded } from '../../jobs/settle-job.ts';
import type { WorkerContext } from '../worker-context.ts';

/** A store and a media store of their own, with what a worker needs. */
export class WorkerBench implements AsyncDisposable {
  readonly folder: string;
  readonly store: Store;
  readonly media: MediaStore;
  /** What the worker logged, for tests that ask why. */
  readonly logged: unknown[][] = [];
  /** Added to the clock of the records, milliseconds. */
  clockShiftMs = 0;

  private constructor(folder: string, store: Store, media: MediaStore, clock: { shiftMs: () => number }) {
    this.folder = folder;
    this.store = store;
    this.media = media;
    clock.shiftMs = () => this.clockShiftMs;
  }

  /** Opens both stores in a temporary folder. */
  static async open(): Promise<WorkerBench> {
    const folder = await mkdtemp(join(tmpdir(), 'vigil-worker-'));
    const clock = { shiftMs: () => 0 };
    const store = await openSqliteStore({ file: join(folder, 'vigil.sqlite'), clock: () => Date.now() + clock.shiftMs() });
    const media = await openDiskMediaStore({ folder: join(folder, 'media'), quotaBytes: null, reserveBytes: 0 });
    return new WorkerBench(folder, store, media, clock);
  }

  /** What a worker of this bench is made with. */
  get context(): WorkerContext {
    const note = (...words: unknown[]): void => void this.logged.push(words);
    return {
      store: this.store,
      media: this.media,
      clock: () => Date.now() + this.clockShiftMs,
      log: { info: note, warn: note, error: note },
      configuration: {
        // shared with other tests, so that models are built once
        modelCacheFolder: join(tmpdir(), 'vigil-test-models'),
        poseModel: 'lite',
        datasetsFolder: join(this.folder, 'datasets'),
        workerConcurrency: 1,
      },
      version: '0.0.0',
    };
  }

  /** A path in the bench's folder. */
  path(name: string): string {
    return join(this.folder, name);
  }

  /** Takes in a copy of a file as an upload does. */
  async addVideo(file: string, name: string): Promise<Video> {
    const copy = this.path(`upload-${newRecordId(Date.now)}`);
    await copyFile(file, copy);
    const { sha256, sizeBytes } = await this.media.adoptOriginal(copy);
    return await this.store.videos.insert({
      id: newRecordId(Date.now),
      name,
      sourceId: null,
      state: 'stored',
      problem: null,
      sha256,
      sizeBytes,
      mediaType: 'video/mp4',
      durationSeconds: null,
      width: null,
      height: null,
      framesPerSecond: null,
      codec: null,
      hasAudio: false,
      uploadedBy: 'tester',
      latestAnalysisId: null,
      held: false,
      originalRemoved: false,
    });
  }

  /** Waits until a job is as wanted; looks whenever something happens. */
  async until(jobId: string, isWanted: (job: Job) => boolean): Promise<Job> {
    return await this.#until(() => this.store.jobs.get(jobId), isWanted);
  }

  /** Waits until a job has ended. */
  async untilEnded(jobId: string): Promise<Job> {
    return await this.until(jobId, hasEnded);
  }

  /** Waits until an analysis is as wanted; looks whenever something happens. */
  async untilAnalysis(analysisId: string, isWanted: (analysis: Analysis) => boolean): Promise<Analysis> {
    return await this.#until(() => this.store.analyses.get(analysisId), isWanted);
  }

  /** A small file of the media store. */
  async readText(key: string): Promise<string> {
    return await readFile(await this.media.pathOf(key), 'utf8');
  }

  /** All messages of the feed so far. */
  async messages(): Promise<FeedMessage[]> {
    return await this.store.events.after(0, 10_000);
  }

  async #until<R>(read: () => Promise<R | null>, isWanted: (record: R) => boolean): Promise<R> {
    const { promise, resolve, reject } = Promise.withResolvers<R>();
    const look = async (): Promise<void> => {
      try {
        const record = await read();
        if (record !== null && isWanted(record)) resolve(record);
      } catch (error) {
        reject(error as Error);
      }
    };
    const unwatch = this.store.events.watch(() => void look());
    void look();
    try {
      return await promise;
    } finally {
      unwatch();
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.media[Symbol.asyncDispose]();
    await this.store[Symbol.asyncDispose]();
    await rm(this.folder, { recursive: true, force: true });
  }
}
