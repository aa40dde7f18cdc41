import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { VigilError } from '@vigil/contracts';
import { type FeatureGrid, type FeatureSource, makeFeatureGrid } from '@vigil/detection';
import { type FrameSource, type MediaInfo, openFrames } from '@vigil/media';
import { detectorInputSize } from '@vigil/models';
import { frameSideLimits } from '@vigil/vision';
import { cancellable, requireActive } from '../cancellation.ts';
import { progressMeter, type ProgressListener } from '../progress.ts';
import type { Senses } from '../senses.ts';
import { type Checkpoint, readCheckpoint, writeCheckpoint } from '../spool/checkpoint.ts';
import { countSpoolRecords, FeatureSpoolWriter, readFeatureSpool } from '../spool/feature-spool.ts';
import { writeFailure } from '../write-failure.ts';
import { Extraction, type ExtractionState } from './extraction.ts';
import { extractionKey, fileState, requireUnchanged } from './file-state.ts';
import { momentsPerSecond } from './motion-sampler.ts';

/** Changes whenever the same file would give other features. */
export const featureVersion = '13';

/** Gray pictures for motion have at most this long side, pixels. */
export const grayLongSidePixels = 360;

/** A checkpoint is written at most this often, in moments ... */
const checkpointMoments = 10 * momentsPerSecond;
/** ... and in milliseconds of work: it costs a few megabytes, and still footage passes at a hundred times its speed. */
const defaultCheckpointIntervalMs = 5000;

/** What was extracted from a file. */
export interface ExtractedFeatures extends FeatureSource {
  readonly info: MediaInfo;
  readonly grid: FeatureGrid;
  readonly analysedFrames: number;
  readonly analysedSeconds: number;
  /** Moments whose motion could be measured; none where pictures are too far apart. */
  readonly measuredMoments: number;
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
  /** Least time between checkpoints, milliseconds; 1500 where absent. The result does not depend on it. */
  readonly checkpointIntervalMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Once given, a checkpoint is written and the run ends with `cancelled`: nothing that was worked out is lost. */
  readonly pause?: AbortSignal | undefined;
  /** Told after every checkpoint the media time up to which a killed run would go on, seconds. */
  readonly onCheckpoint?: ((mediaSeconds: number) => void) | undefined;
  /** Told once the file is open, where it is read at all. */
  readonly onOpened?: ((info: MediaInfo) => void) | undefined;
  readonly onProgress?: ProgressListener | undefined;
}

/**
 * Reads a file once and writes what the senses find to a feature spool: the same bytes whatever the number of threads, and
 * whether or not it was interrupted.
 *
 * @throws VigilError for what the media package refuses, `file-unreadable` where the file changes meanwhile, `cancelled`,
 * `inference-failed`, `disk-full`, `not-writable`
 */
export function extractFeatures(request: ExtractRequest): Promise<ExtractedFeatures> {
  return cancellable(request.signal, request.file, () => extract(request));
}

async function extract(request: ExtractRequest): Promise<ExtractedFeatures> {
  const { file, senses, workFolder } = request;
  const started = performance.now();
  const before = fileState(file);
  try {
    mkdirSync(workFolder, { recursive: true });
  } catch (cause) {
    throw writeFailure(workFolder, cause);
  }
  const spoolPath = join(workFolder, 'features.spool');
  const key = extractionKey(file, before, [
    featureVersion,
    senses.detector?.version ?? 'none',
    senses.pose?.versions ?? 'none',
    grayLongSidePixels,
  ]);
  const found = readCheckpoint<ExtractionState>(workFolder, key);
  const resume = found && countSpoolRecords(spoolPath, found.spoolBytes) === found.state.records ? found : null;
  const done = resume?.complete ? resume : await run(request, spoolPath, key, resume);
  requireUnchanged(file, before);
  const { state, spoolBytes } = done;
  if (state.frames === 0) throw new VigilError('file-truncated', `${file} holds no picture that can be decoded`, { file });
  return {
    name: request.name,
    info: state.info,
    grid: makeFeatureGrid(state.gate.width, state.gate.height),
    analysedFrames: state.frames,
    analysedSeconds: state.lastSeconds - state.firstSeconds,
    measuredMoments: state.measured,
    truncated: state.truncated,
    damagedPackets: state.damagedPackets,
    work: {
      frames: state.frames - (resume?.state.frames ?? 0),
      mediaSeconds: state.lastSeconds - (resume?.state.lastSeconds ?? 0),
      wallSeconds: (performance.now() - started) / 1000,
    },
    records: () => readFeatureSpool(spoolPath, spoolBytes),
  };
}

/** Reads the rest of the file from where an earlier run stopped. */
async function run(
  {
    file,
    name,
    senses,
    workFolder,
    checkpointIntervalMs = defaultCheckpointIntervalMs,
    signal,
    pause,
    onCheckpoint,
    onOpened,
    onProgress,
  }: ExtractRequest,
  spoolPath: string,
  key: string,
  resume: Checkpoint<ExtractionState> | null,
): Promise<Checkpoint<ExtractionState>> {
  await using source = await openFrames(file, {
    grayLongSidePixels,
    // The detector's square tiles are then cut out of the picture as they are.
    colourShortSidePixels: detectorInputSize,
    ...(resume ? { startAfterSeconds: resume.state.lastSeconds } : {}),
    ...(signal ? { signal } : {}),
  });
  requireShape(file, source);
  onOpened?.(source.info);
  const grid = makeFeatureGrid(source.graySize.width, source.graySize.height);
  using writer = new FeatureSpoolWriter(spoolPath, resume?.spoolBytes ?? 0);
  using extraction = new Extraction(source, grid, senses, writer, resume?.state ?? null, signal);
  const report = progressMeter('extract', name, source.info.durationSeconds, onProgress);
  const save = async (complete: boolean): Promise<Checkpoint<ExtractionState>> => {
    await extraction.drain();
    const checkpoint = { key, spoolBytes: writer.flush(), complete, state: extraction.snapshot() };
    writeCheckpoint(workFolder, checkpoint);
    onCheckpoint?.(checkpoint.state.lastSeconds);
    return checkpoint;
  };
  let savedMs = performance.now();
  for await (const frame of source) {
    requireActive(signal, file);
    const isMoment = await extraction.take(frame);
    if (pause?.aborted) {
      await save(false);
      requireActive(pause, file);
    }
    if (!isMoment) continue;
    if (extraction.records % momentsPerSecond === 0) report(frame.timeSeconds);
    if (extraction.records % checkpointMoments === 0 && performance.now() - savedMs >= checkpointIntervalMs) {
      await save(false);
      savedMs = performance.now();
    }
  }
  const last = await save(true);
  if (last.state.frames > 0) report(last.state.lastSeconds);
  return last;
}

/** @throws VigilError `picture-size-unsupported` for pictures so long that their short side shows nothing at analysis size */
function requireShape(file: string, { graySize: { width, height } }: FrameSource): void {
  if (Math.min(width, height) >= frameSideLimits.smallest) return;
  throw new VigilError(
    'picture-size-unsupported',
    `${file} has pictures whose sides are too unequal: at the analysis size of ${width}×${height} pixels the shorter one has less than ${frameSideLimits.smallest}; crop them`,
    { file, width, height },
  );
}
