import { createHash } from 'node:crypto';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { VigilError } from '@vigil/contracts';
import { type FeatureGrid, type FeatureSource, makeFeatureGrid, type StationaryEvent } from '@vigil/detection';
import { type MediaInfo, openFrames, probe } from '@vigil/media';
import { ChangeGate, type ChangeGateSnapshot } from '@vigil/vision';
import { progressMeter, type ProgressListener } from '../progress.ts';
import type { Senses } from '../senses.ts';
import { readCheckpoint, writeCheckpoint } from '../spool/checkpoint.ts';
import { FeatureSpoolWriter, readFeatureSpool } from '../spool/feature-spool.ts';
import { writeFailure } from '../write-failure.ts';
import { FrameQueue } from './frame-queue.ts';
import { colourLongSidePixels } from './colour-size.ts';
import { Looker } from './looker.ts';
import { momentsPerSecond, MotionSampler, type MotionSamplerSnapshot } from './motion-sampler.ts';
import { SceneTracker, type SceneTrackerSnapshot } from './scene-tracker.ts';

/** Changes whenever the same file would give other features. */
export const featureVersion = '3';

/** Gray pictures for motion have at most this long side, pixels. */
export const grayLongSidePixels = 360;

/** A checkpoint is written this often, in moments. */
const checkpointMoments = 10 * momentsPerSecond;

/** Pictures that are in work at a time: enough to keep the models busy, fewer than the media process keeps. */
const picturesInWork = 10;

/** What was extracted from a file. */
export interface ExtractedFeatures extends FeatureSource {
  readonly info: MediaInfo;
  readonly grid: FeatureGrid;
  readonly analysedFrames: number;
  readonly analysedSeconds: number;
  /** How the file was cut short; null where it was complete. */
  readonly truncated: string | null;
  readonly damagedPackets: number;
  /** Analysed pictures, media seconds and wall seconds of this run; a resumed run counts its own part only. */
  readonly work: { readonly frames: number; readonly mediaSeconds: number; readonly wallSeconds: number };
}

/** What to extract from. */
export interface ExtractRequest {
  readonly file: string;
  readonly name: string;
  readonly senses: Senses;
  /** Folder of the feature spool and its checkpoint; a killed run resumes from there. */
  readonly workFolder: string;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ProgressListener | undefined;
}

interface ExtractState {
  readonly gate: ChangeGateSnapshot;
  readonly motion: MotionSamplerSnapshot;
  readonly scene: SceneTrackerSnapshot;
  readonly records: number;
  readonly frames: number;
  readonly firstSeconds: number;
  readonly lastSeconds: number;
  readonly started: readonly StationaryEvent[];
  readonly ended: readonly { readonly id: number; readonly endSeconds: number }[];
  readonly truncated: string | null;
  readonly damagedPackets: number;
}

/**
 * Reads a file once and writes what the senses find to a feature spool: the same bytes whatever the number of threads, and
 * whether or not it was interrupted.
 *
 * @throws VigilError for what the media package refuses, `cancelled`, `disk-full`, `not-writable`
 */
export async function extractFeatures(request: ExtractRequest): Promise<ExtractedFeatures> {
  const { file, senses, workFolder, signal } = request;
  const started = performance.now();
  const info = await probe(file, signal ? { signal } : {});
  try {
    mkdirSync(workFolder, { recursive: true });
  } catch (cause) {
    throw writeFailure(workFolder, cause);
  }
  const key = extractionKey(file, senses);
  const spoolPath = join(workFolder, 'features.spool');
  const found = readCheckpoint<ExtractState>(workFolder, key);
  const resume = found && sizeOf(spoolPath) >= found.spoolBytes ? found : null;
  const picture = info.video;
  if (!picture) throw new VigilError('no-video', `${file} has no video stream`, { file });
  let state = resume?.state ?? null;
  let spoolBytes = resume?.spoolBytes ?? 0;
  let grid = makeFeatureGrid(picture.width, picture.height);
  const resumedFrames = state?.frames ?? 0;
  const resumedSeconds = state?.lastSeconds ?? 0;

  if (!resume?.complete) {
    await using source = await openFrames(file, {
      grayLongSidePixels,
      colourLongSidePixels: colourLongSidePixels(picture),
      ...(state ? { startAfterSeconds: state.lastSeconds } : {}),
      ...(signal ? { signal } : {}),
    });
    const { width, height } = source.graySize;
    grid = makeFeatureGrid(width, height);
    using writer = new FeatureSpoolWriter(spoolPath, spoolBytes);
    using motion = new MotionSampler(grid, width, height, state?.motion ?? null);
    const gate = state ? ChangeGate.restore(state.gate) : new ChangeGate(width, height);
    const scene = new SceneTracker(width, height, state?.scene ?? null);
    const looker = new Looker(senses.detector, grid, source.colourSize, signal);
    let records = state?.records ?? 0;
    let frames = resumedFrames;
    let firstSeconds = state?.firstSeconds ?? NaN;
    let lastSeconds = state?.lastSeconds ?? NaN;
    let startedEvents = [...(state?.started ?? [])];
    let endedEvents = [...(state?.ended ?? [])];
    const report = progressMeter('extract', request.name, info.durationSeconds, request.onProgress);

    const queue = new FrameQueue(picturesInWork, async (entry) => {
      const sight = await entry.sight;
      const { tracks, blobCount, started: begun, ended } = scene.update(entry.frame, entry.change, sight?.detections ?? null);
      startedEvents.push(...begun);
      endedEvents.push(...ended);
      if (!entry.moment) return;
      writer.append({
        index: entry.record,
        seconds: entry.frame.timeSeconds,
        motion: entry.moment.motion,
        appearance: sight?.appearance ?? null,
        tracks,
        blobCount,
        stationaryStarted: startedEvents,
        stationaryEnded: endedEvents,
      });
      startedEvents = [];
      endedEvents = [];
    });
    const snapshot = (): ExtractState => ({
      gate: gate.snapshot(),
      motion: motion.snapshot(),
      scene: scene.snapshot(),
      records,
      frames,
      firstSeconds,
      lastSeconds,
      started: startedEvents,
      ended: endedEvents,
      truncated: source.truncated ? source.truncated.message : null,
      damagedPackets: source.damagedPackets,
    });

    for await (const frame of source) {
      signal?.throwIfAborted();
      const change = gate.update(frame);
      const held = { ...change, blocks: change.blocks.slice(), lastMovedSeconds: change.lastMovedSeconds.slice() };
      const moment = motion.next(frame, change.moving);
      const sight = moment ? looker.look(frame, moment.motion, records) : Promise.resolve(null);
      await queue.push({ frame, change: held, moment, record: records, sight });
      frames += 1;
      if (Number.isNaN(firstSeconds)) firstSeconds = frame.timeSeconds;
      lastSeconds = frame.timeSeconds;
      if (!moment) continue;
      records += 1;
      if (records % momentsPerSecond === 0) report(frame.timeSeconds);
      if (records % checkpointMoments === 0) {
        await queue.drain();
        spoolBytes = writer.flush();
        writeCheckpoint<ExtractState>(workFolder, { key, spoolBytes, complete: false, state: snapshot() });
      }
    }
    await queue.drain();
    spoolBytes = writer.flush();
    state = snapshot();
    writeCheckpoint<ExtractState>(workFolder, { key, spoolBytes, complete: true, state });
    if (Number.isFinite(lastSeconds)) report(lastSeconds);
  }
  if (!state || state.frames === 0)
    throw new VigilError('file-truncated', `${file} holds no picture that can be decoded`, { file });
  return {
    name: request.name,
    info,
    grid,
    analysedFrames: state.frames,
    analysedSeconds: state.lastSeconds - state.firstSeconds,
    truncated: state.truncated,
    damagedPackets: state.damagedPackets,
    work: {
      frames: state.frames - resumedFrames,
      mediaSeconds: state.lastSeconds - resumedSeconds,
      wallSeconds: (performance.now() - started) / 1000,
    },
    records: () => readFeatureSpool(spoolPath, spoolBytes),
  };
}

/** Names the file as it is now, and everything that decides about its features. */
function extractionKey(file: string, senses: Senses): string {
  const { size, mtimeMs } = statSync(file);
  const facts = [
    featureVersion,
    file,
    size,
    mtimeMs,
    senses.detector?.version ?? 'none',
    grayLongSidePixels,
  ];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? -1;
}
