import { modalities, type Modality } from '@vigil/contracts';
import type { FeatureRecord } from '@vigil/detection';
import type { ExtractedFeatures, ScoredFeatures } from '@vigil/pipeline';

/** Media times of the frames that labels speak of: every frame of the file as it was recorded. */
export function labelledFrameTimes(features: ExtractedFeatures, framesPerSecond: number | null): number[] {
  const { info, analysedFrames, analysedSeconds } = features;
  const rate = framesPerSecond ?? info.video?.framesPerSecond ?? 10;
  const start = info.video?.startSeconds ?? 0;
  // sources at or below the analysis rate keep every picture
  const frames = rate <= 10.5 ? analysedFrames : Math.round((analysedSeconds + 1 / Math.min(rate, 10)) * rate);
  return Array.from({ length: frames }, (_, i) => start + i / rate);
}

/** Scores of a series of moments, read at other times: the value of the nearest moment. */
function scoresAt(times: readonly number[], seconds: readonly number[], values: readonly number[]): number[] {
  let at = 0;
  return times.map((time) => {
    while (at + 1 < seconds.length && Math.abs(seconds[at + 1] - time) <= Math.abs(seconds[at] - time)) at += 1;
    return values[at] ?? 0;
  });
}

/** Scores of one test clip by name, a value a labelled frame. */
export interface ClipScores {
  readonly fused: number[];
  /** By sense; senses that took no part are missing. */
  readonly modalities: Readonly<Partial<Record<Modality, number[]>>>;
  readonly blobs: number[];
}

/** Reads all scores of a clip at the labelled frames. */
export async function clipScores(
  features: ExtractedFeatures,
  { log }: ScoredFeatures,
  times: readonly number[],
): Promise<ClipScores> {
  const blobs: number[] = [];
  const records: AsyncIterable<FeatureRecord> | Iterable<FeatureRecord> = features.records();
  for await (const record of records) blobs.push(record.blobCount);
  const at = (values: readonly number[]): number[] => scoresAt(times, log.seconds, values);
  return {
    fused: at(log.fused),
    modalities: Object.fromEntries(
      modalities
        .filter((name) => log.modalities[name].some((value) => !Number.isNaN(value)))
        .map((name) => [name, at(log.modalities[name].map((value) => (Number.isNaN(value) ? 0 : value)))]),
    ),
    blobs: at(blobs),
  };
}
