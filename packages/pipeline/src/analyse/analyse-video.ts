import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type AnalysisResult, type Incident, VigilError } from '@vigil/contracts';
import { movingHeightsPerSecond, type NormalityProfile } from '@vigil/detection';
import { activityMapOf, encodeActivityMap } from '../activity/activity-map.ts';
import { cancellable, requireActive } from '../cancellation.ts';
import { writeEvidence } from '../evidence/write-evidence.ts';
import { type ExtractedFeatures, featureVersion, grayLongSidePixels } from '../extract/extract-features.ts';
import { extractSource } from '../extract/extract-source.ts';
import { fileState, requireUnchanged } from '../extract/file-state.ts';
import { momentsPerSecond } from '../extract/motion-sampler.ts';
import { progressMeter, type ProgressListener } from '../progress.ts';
import type { Senses } from '../senses.ts';
import { writeFailure } from '../write-failure.ts';
import { scoreFeatures } from './score-features.ts';
import { timelineOf } from './timeline-of.ts';

/** What is to be analysed. */
export interface AnalysisRequest {
  readonly file: string;
  /** What the file is called in the result; its own name where absent. */
  readonly name?: string | undefined;
  /** Name of the source in records; the file's name where absent. */
  readonly sourceId?: string | undefined;
  /** Null measures the video against itself. */
  readonly profile: NormalityProfile | null;
  readonly budgetIncidentsPerDay: number;
  readonly senses: Senses;
  /** Feature spool and checkpoint; a killed run resumes here. */
  readonly workFolder: string;
  /** Key frames and clips are written below it; null writes none. */
  readonly evidenceFolder: string | null;
  /** Where the record of where things moved is written; none is where it is left out. */
  readonly activityFile?: string | undefined;
  /** Least time between checkpoints, milliseconds; 1500 where absent. The result does not depend on it. */
  readonly checkpointIntervalMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Once given, a checkpoint is written and the run ends with `cancelled`; the next one goes on from there. */
  readonly pause?: AbortSignal | undefined;
  /** Told after every checkpoint the media time up to which a killed run would go on, seconds. */
  readonly onCheckpoint?: ((mediaSeconds: number) => void) | undefined;
  /** Told of the incidents as soon as they are decided, before pictures and clips are cut: as in the result, but for these. */
  readonly onIncidents?: ((incidents: readonly Incident[]) => void) | undefined;
  readonly onProgress?: ProgressListener | undefined;
}

/**
 * Finds the incidents of a video. The same file, profile and settings give the same result, however many threads work on it
 * and however often it was interrupted.
 *
 * @throws VigilError for what cannot be read, does not fit the profile, or cannot be written; `cancelled`
 */
export function analyseVideo(request: AnalysisRequest): Promise<AnalysisResult> {
  return cancellable(request.signal, request.file, () => analyse(request));
}

async function analyse(request: AnalysisRequest): Promise<AnalysisResult> {
  const { file, senses, workFolder, checkpointIntervalMs, signal, onProgress, budgetIncidentsPerDay } = request;
  if (!(budgetIncidentsPerDay > 0 && budgetIncidentsPerDay <= 100_000)) {
    throw new VigilError(
      'bad-request',
      `The alarm budget is more than 0 and at most 100000 incidents a day, not ${budgetIncidentsPerDay}`,
      {
        budgetIncidentsPerDay,
      },
    );
  }
  const name = request.name ?? basename(file);
  const sourceId = request.sourceId ?? name;
  const before = fileState(file);
  const { pause, onCheckpoint } = request;
  const features = await extractSource({
    file,
    name,
    senses,
    workFolder,
    checkpointIntervalMs,
    signal,
    pause,
    onCheckpoint,
    onProgress,
  });
  const { info } = features;
  const video = info.video;
  if (!video) throw new VigilError('no-video', `${file} has no video stream`, { file });
  const scored = await scoreFeatures({
    features,
    file,
    sourceId,
    profile: request.profile,
    budgetIncidentsPerDay,
    senses,
    signal,
  });
  progressMeter('score', name, features.analysedSeconds, onProgress)(features.analysedSeconds);
  requireUnchanged(file, before);
  request.onIncidents?.(scored.incidents);
  requireActive(pause, file);
  const evidence = request.evidenceFolder
    ? await writeEvidence({
        file,
        name,
        incidents: scored.incidents,
        folder: request.evidenceFolder,
        durationSeconds: info.durationSeconds,
        signal,
        onProgress,
      })
    : { incidents: scored.incidents, warnings: [] };
  requireUnchanged(file, before);
  if (request.activityFile !== undefined) await writeActivity(request.activityFile, features);
  const { log } = scored;
  const warnings = [...evidence.warnings];
  if (features.damagedPackets > 0)
    warnings.push(`${features.damagedPackets} damaged packets could not be decoded and were left out.`);
  return {
    format: 'vigil-analysis',
    formatVersion: 1,
    source: {
      id: sourceId,
      file: name,
      sizeBytes: info.sizeBytes,
      durationSeconds: info.durationSeconds,
      width: video.width,
      height: video.height,
      framesPerSecond: video.framesPerSecond,
      codec: video.codec,
      hasAudio: info.audio !== null,
      truncated: features.truncated !== null,
    },
    analysedFrames: features.analysedFrames,
    analysedSeconds: features.analysedSeconds,
    baseline: scored.baseline,
    profile: scored.profile,
    budget: scored.budget,
    modalities: [
      motionReport(features.measuredMoments),
      { modality: 'appearance', ...scored.senses.appearance },
      {
        modality: 'objects',
        state: 'used',
        reason: senses.detector ? null : 'Objects are followed but not named: no object detector.',
      },
      { modality: 'pose', ...scored.senses.pose },
      { modality: 'sound', ...scored.senses.sound },
      { modality: 'camera', ...scored.senses.camera },
    ],
    timeline: timelineOf(log, scored.events, scored.senses, scored.budget.thresholdSurprise),
    kindScores: scored.kindScores,
    incidents: evidence.incidents,
    settings: {
      budgetIncidentsPerDay,
      momentsPerSecond,
      analysisFramesPerSecond: 10,
      grayLongSidePixels,
      movingHeightsPerSecond,
    },
    versions: { features: featureVersion, ...senses.versions },
    warnings,
  };
}

async function writeActivity(path: string, features: ExtractedFeatures): Promise<void> {
  const map = await activityMapOf(features, features.info.durationSeconds ?? features.analysedSeconds);
  try {
    writeFileSync(path, encodeActivityMap(map), { flush: true });
  } catch (cause) {
    throw writeFailure(path, cause);
  }
}

function motionReport(measuredMoments: number): AnalysisResult['modalities'][number] {
  if (measuredMoments > 0) return { modality: 'motion', state: 'used', reason: null };
  const reason = 'Motion cannot be measured: there is one picture only, or the pictures are more than 0.7 s apart.';
  return { modality: 'motion', state: 'absent', reason };
}
