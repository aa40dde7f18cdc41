import { join } from 'node:path';
import type { DatasetClip } from '@vigil/contracts';
import type { NormalityProfile } from '@vigil/detection';
import {
  type ExtractedFeatures,
  type ExtractedSource,
  extractSource,
  type ProgressListener,
  scoreFeatures,
  type ScoredFeatures,
  workName,
} from '@vigil/pipeline';
import { frameLabels } from '../dataset/frame-labels.ts';
import type { TimeRange } from '../metrics/alarms.ts';
import { gaussianSmooth } from '../metrics/smoothing.ts';
import { type ClipFaults, clipFaults, withFaults } from './camera-faults.ts';
import { type ClipScores, clipScores, labelledFrameTimes } from './frame-scores.ts';
import type { EvaluationRequest } from './evaluation-request.ts';

/** One test clip, scored. */
export interface EvaluatedClip {
  readonly clip: DatasetClip;
  readonly times: readonly number[];
  /** 1 anomalous, 0 normal; null for a clip without frame labels. */
  readonly labels: Uint8Array | null;
  /** Smoothed, apart from `blobs`. While the camera is at fault `fused` is at least what the camera itself says. */
  readonly scores: ClipScores;
  /** Null where the camera was never at fault. */
  readonly faults: ClipFaults | null;
  readonly labelled: readonly TimeRange[] | null;
  readonly alarms: readonly TimeRange[];
  readonly scored: ScoredFeatures;
  readonly durationSeconds: number;
  readonly work: ExtractedFeatures['work'];
}

/** Extracts a clip's features. */
function extractClip(
  { senses, signal, workFolder }: EvaluationRequest,
  folder: string,
  clip: DatasetClip,
  onProgress: ProgressListener,
): Promise<ExtractedSource> {
  const file = join(folder, clip.file);
  return extractSource({
    file,
    name: clip.file,
    senses,
    workFolder: join(workFolder, workName(file)),
    signal,
    onProgress,
  });
}

/** Scores a test clip against the profile, or against itself where there is none. */
export async function evaluateClip(
  request: EvaluationRequest,
  folder: string,
  clip: DatasetClip,
  profile: NormalityProfile | null,
  framesPerSecond: number | null,
  onProgress: ProgressListener,
): Promise<EvaluatedClip> {
  const features = await extractClip(request, folder, clip, onProgress);
  const scored = await scoreFeatures({
    features,
    file: join(folder, clip.file),
    sourceId: clip.file,
    profile,
    budgetIncidentsPerDay: request.budgetIncidentsPerDay,
    senses: request.senses,
    signal: request.signal,
  });
  const times = labelledFrameTimes(features, framesPerSecond);
  const raw = await clipScores(features, scored, times);
  const smooth = (values: number[]): number[] => [...gaussianSmooth(values, request.sigmaFrames)];
  const labels = frameLabels(clip, times.length);
  const faults = clipFaults(scored, times);
  return {
    clip,
    times,
    labels,
    scores: {
      // a fault has sharp ends: it joins after smoothing
      fused: withFaults(smooth(raw.fused), faults),
      modalities: Object.fromEntries(Object.entries(raw.modalities).map(([name, values]) => [name, smooth(values)])),
      blobs: raw.blobs,
    },
    faults,
    labelled: labels ? stretches(labels, times) : null,
    alarms: scored.incidents.map(({ startSeconds, endSeconds }) => ({ startSeconds, endSeconds })),
    scored,
    durationSeconds: features.analysedSeconds,
    work: features.work,
  };
}

/** Stretches of labelled frames as media time. */
function stretches(labels: Uint8Array, times: readonly number[]): TimeRange[] {
  const found: TimeRange[] = [];
  let from = -1;
  for (let i = 0; i <= labels.length; i += 1) {
    const inside = i < labels.length && labels[i] === 1;
    if (inside && from < 0) from = i;
    if (!inside && from >= 0) {
      found.push({ startSeconds: times[from], endSeconds: times[i - 1] });
      from = -1;
    }
  }
  return found;
}
