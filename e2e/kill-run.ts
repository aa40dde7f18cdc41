import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openDiskMediaStore } from '@vigil/media-store';
import { smallVideo, writeWalkers } from '@vigil/pipeline/testing';
import { openMongoStore, openSqliteStore, type Store } from '@vigil/store';
import { checkRun, type KillVerdict } from './kill-check.ts';
import { randomNumbers } from './kill-random.ts';
import { KillableService, type ServiceFacts } from './kill-services.ts';
import { type KillTarget, killTargets } from './kill-targets.ts';
import { type AcknowledgedUpload, uploadUntilAcknowledged } from './kill-uploads.ts';

/** How a run is done. */
export interface KillRunOptions {
  /** Empty folder for all that the run writes. */
  readonly folder: string;
  readonly modelCacheFolder: string;
  readonly videos: number;
  readonly kills: number;
  readonly workers: number;
  readonly seed: number;
  /** Mean time between two kills, milliseconds. */
  readonly killIntervalMs: number;
  /** The run fails where it takes longer, milliseconds. */
  readonly longestMs: number;
  /** Null for the embedded store. */
  readonly mongo: ServiceFacts['mongo'];
  /** Is told what happens. */
  readonly onEvent: (text: string) => void;
}

/** What became of a run. */
export interface KillFigures extends KillVerdict {
  readonly acknowledged: number;
  /** Processes that were killed, by what they were. */
  readonly killed: Readonly<Record<string, number>>;
  readonly seconds: number;
  /** Time from the decision on an incident to its message in the feed, milliseconds, ascending. */
  readonly announcedAfterMs: readonly number[];
}

/** Uploads videos to services whose processes are killed at random moments, waits until all jobs have ended, and checks what is there. */
export async function runKillTest(options: KillRunOptions): Promise<KillFigures> {
  const { folder, modelCacheFolder, mongo, onEvent } = options;
  const dataFolder = join(folder, 'data');
  await mkdir(dataFolder, { recursive: true });
  const files = await makeVideos(options);
  const fault = new AbortController();
  const signal = AbortSignal.any([fault.signal, AbortSignal.timeout(options.longestMs)]);
  const onFault = (text: string): void => fault.abort(new Error(text));
  const facts: ServiceFacts = { folder, dataFolder, modelCacheFolder, mongo, onFault };
  const startedMs = performance.now();
  await using services = new AsyncDisposableStack();
  // the first start alone makes the store
  const api = services.use(new KillableService('api', 'api', facts));
  await api.address;
  const workers = Array.from({ length: options.workers }, (_, i) =>
    services.use(new KillableService('worker', `worker-${i + 1}`, facts)),
  );
  const store = services.use(
    mongo ? await openMongoStore(mongo) : await openSqliteStore({ file: join(dataFolder, 'vigil.sqlite') }),
  );
  const media = services.use(await openDiskMediaStore({ folder: join(dataFolder, 'media'), quotaBytes: null, reserveBytes: 0 }));
  const uploading = uploadAll(api, files, signal);
  uploading.catch(() => undefined);
  const killed = await killAtRandom([api, ...workers], store, options, signal);
  const uploads = await uploading;
  onEvent(`${uploads.length} uploads acknowledged, ${options.kills} processes killed; waiting for the jobs to end`);
  await untilIdle(store, signal);
  const seconds = (performance.now() - startedMs) / 1000;
  await Promise.all([api, ...workers].map((service) => service.stop()));
  const verdict = await checkRun({ store, media, modelCacheFolder, folder: join(folder, 'undisturbed') }, uploads);
  return { ...verdict, acknowledged: uploads.length, killed, seconds, announcedAfterMs: await announcementTimes(store) };
}

async function makeVideos({ folder, videos }: KillRunOptions): Promise<string[]> {
  const files = Array.from({ length: videos }, (_, i) => join(folder, `video-${i + 1}.mp4`));
  // something over the lens is an incident by itself, whatever is normal; each length is another content
  for (const [i, file] of files.entries())
    await writeWalkers(file, { ...smallVideo, walkers: 1, frames: 60 + i, covered: [20, 55] });
  return files;
}

async function killAtRandom(
  services: readonly KillableService[],
  store: Store,
  { kills, seed, killIntervalMs, onEvent }: KillRunOptions,
  signal: AbortSignal,
): Promise<Record<string, number>> {
  const random = randomNumbers(seed);
  const killed: Record<string, number> = {};
  for (let count = 0; count < kills;) {
    await delay(killIntervalMs * (0.25 + 1.5 * random()), undefined, { signal });
    const targets = killTargets(services);
    const target = pickTarget(targets, random);
    if (target === undefined) continue;
    try {
      process.kill(target.processId, 'SIGKILL');
    } catch {
      // it has ended meanwhile
      continue;
    }
    count += 1;
    killed[target.what] = (killed[target.what] ?? 0) + 1;
    const { done, queued, leased } = await store.jobs.depth();
    onEvent(
      `kill ${count}/${kills}: ${target.what} ${target.processId} (jobs: ${done} done, ${leased} running, ${queued} queued)`,
    );
  }
  return killed;
}

/** Where kills lie thickest: an analysis that is killed is what resuming is for. */
const weights: Readonly<Record<KillTarget['what'], number>> = { api: 1, worker: 2, analysis: 3, media: 2 };

/** First what, then which: there are more workers than APIs. */
function pickTarget(targets: readonly KillTarget[], random: () => number): KillTarget | undefined {
  const kinds = targets.flatMap(({ what }) => Array.from({ length: weights[what] }, () => what)).toSorted();
  const kind = kinds[Math.floor(random() * kinds.length)];
  const those = targets.filter(({ what }) => what === kind);
  return those[Math.floor(random() * those.length)];
}

/** Uploads files two at a time, as a browser does. */
async function uploadAll(api: KillableService, files: readonly string[], signal: AbortSignal): Promise<AcknowledgedUpload[]> {
  const uploads: AcknowledgedUpload[] = [];
  const waiting = [...files];
  const uploadNext = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      uploads.push(await uploadUntilAcknowledged(api, file, signal));
    }
  };
  await Promise.all([uploadNext(), uploadNext()]);
  return uploads;
}

/** Until no job is queued or running. */
async function untilIdle(store: Store, signal: AbortSignal): Promise<void> {
  for (;;) {
    const { queued, leased } = await store.jobs.depth();
    if (queued + leased === 0) return;
    await delay(500, undefined, { signal });
  }
}

async function announcementTimes(store: Store): Promise<number[]> {
  const times: number[] = [];
  for (let after = 0; ;) {
    const messages = await store.events.after(after, 1000);
    if (messages.length === 0) return times.toSorted((a, b) => a - b);
    for (const message of messages) {
      after = message.sequence;
      if (message.topic !== 'incident' || message.type !== 'new') continue;
      times.push(Date.parse(message.at) - Date.parse(message.record.decidedAt));
    }
  }
}
