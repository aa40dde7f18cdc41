import { type Modality, modalities } from '@vigil/contracts';
import type { EvaluationControls, EvaluationResult, FrameAreas } from '../evaluation-result.ts';
import { detectionDelays, falseAlarmsPerHour } from '../metrics/alarms.ts';
import { decimateCurve } from '../metrics/decimate-curve.ts';
import { concatenateClips, macroAuc, microAuc, type ScoredClip } from '../metrics/frame-auc.ts';
import { averagePrecision, precisionRecallCurve } from '../metrics/precision-recall.ts';
import { equalErrorRate, rocAuc, rocCurve } from '../metrics/roc.ts';
import type { EvaluatedClip } from './evaluate-clip.ts';

/** Points of a drawn curve at most. */
const curvePoints = 500;

type FrameFigures = Pick<
  EvaluationResult,
  | 'microAuc'
  | 'macroAuc'
  | 'scoredFrames'
  | 'anomalousShare'
  | 'equalErrorRate'
  | 'averagePrecision'
  | 'roc'
  | 'precisionRecall'
  | 'controls'
  | 'perModality'
>;

function scoredClips(clips: readonly EvaluatedClip[], pick: (clip: EvaluatedClip) => readonly number[]): ScoredClip[] {
  return clips.flatMap((clip) => (clip.labels ? [{ scores: pick(clip), labels: clip.labels }] : []));
}

function areasOf(clips: readonly ScoredClip[]): FrameAreas {
  return { microAuc: microAuc(clips), macroAuc: macroAuc(clips) };
}

/** Figures over the frames of all clips that have frame labels. */
export function frameFigures(clips: readonly EvaluatedClip[]): FrameFigures {
  const fused = scoredClips(clips, (clip) => clip.scores.fused);
  const { scores, labels } = concatenateClips(fused);
  const both = labels.includes(0) && labels.includes(1);
  const controls: EvaluationControls = {
    frameIndex: microAuc(scoredClips(clips, (clip) => clip.times.map((_, i) => i))),
    blobCount: microAuc(scoredClips(clips, (clip) => clip.scores.blobs)),
  };
  const perModality: Partial<Record<Modality, FrameAreas>> = {};
  for (const modality of modalities) {
    if (modality === 'appearance' && clips.some((clip) => clip.scored.senses.appearance.state !== 'used')) continue;
    if (clips.some((clip) => clip.scores.modalities[modality] === undefined)) continue;
    perModality[modality] = areasOf(scoredClips(clips, (clip) => clip.scores.modalities[modality] ?? []));
  }
  return {
    ...areasOf(fused),
    scoredFrames: clips.reduce((sum, clip) => sum + clip.times.length, 0),
    anomalousShare: labels.length === 0 ? null : labels.reduce((sum: number, label) => sum + label, 0) / labels.length,
    equalErrorRate: both ? equalErrorRate(scores, labels) : null,
    averagePrecision: both ? averagePrecision(scores, labels) : null,
    roc: both
      ? decimateCurve(rocCurve(scores, labels) ?? [], curvePoints, (point) => [point.falsePositiveRate, point.truePositiveRate])
      : null,
    precisionRecall: both
      ? decimateCurve(precisionRecallCurve(scores, labels) ?? [], curvePoints, (point) => [point.recall, point.precision])
      : null,
    controls,
    perModality,
  };
}

type AlarmFigures = Pick<EvaluationResult, 'delay' | 'alarmsPerHour' | 'falseAlarmsPerHour'>;

/** Figures over the alarms at the budget's threshold. */
export function alarmFigures(clips: readonly EvaluatedClip[]): AlarmFigures {
  const hours = clips.reduce((sum, clip) => sum + clip.durationSeconds, 0) / 3600;
  const labelled = clips.flatMap(({ labelled: ranges, alarms, durationSeconds }) =>
    ranges ? [{ labelled: ranges, alarms, durationSeconds }] : [],
  );
  return {
    delay: labelled.length === 0 ? null : detectionDelays(labelled),
    alarmsPerHour: hours === 0 ? null : clips.reduce((sum, clip) => sum + clip.alarms.length, 0) / hours,
    falseAlarmsPerHour: labelled.length === 0 ? null : falseAlarmsPerHour(labelled),
  };
}

/** AUC of one clip alone; null where it lacks one of the classes. */
export function ownAuc({ labels, scores }: EvaluatedClip): number | null {
  return labels && labels.includes(0) && labels.includes(1) ? rocAuc(scores.fused, labels) : null;
}
