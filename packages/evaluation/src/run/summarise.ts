import { type Modality, modalities } from '@vigil/contracts';
import type { EvaluationControls, EvaluationResult, FrameAreas, SenseAreas } from '../evaluation-result.ts';
import { detectionDelays, falseAlarmsPerHour } from '../metrics/alarms.ts';
import { decimateCurve } from '../metrics/decimate-curve.ts';
import { concatenateClips, macroAuc, microAuc, type ScoredClip } from '../metrics/frame-auc.ts';
import { averagePrecision, precisionRecallCurve } from '../metrics/precision-recall.ts';
import { equalErrorRate, rocAuc, rocCurve } from '../metrics/roc.ts';
import { isLeftOut } from './camera-faults.ts';
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
  const perModality: Partial<Record<Modality, SenseAreas>> = {};
  for (const modality of modalities) {
    if (modality === 'appearance' && clips.some((clip) => clip.scored.senses.appearance.state !== 'used')) continue;
    const areas = modality === 'camera' ? cameraAreas(clips) : senseAreas(clips, modality);
    if (areas !== null) perModality[modality] = areas;
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

/** Areas of a sense over the frames of which it says something; null where a clip is without it. */
function senseAreas(clips: readonly EvaluatedClip[], modality: Modality): SenseAreas | null {
  if (clips.some((clip) => clip.scores.modalities[modality] === undefined)) return null;
  let leftOutFrames = 0;
  const scored = clips.flatMap(({ labels, faults, scores }) => {
    if (labels === null) return [];
    const leavesOut = isLeftOut(modality, faults);
    const kept = [...labels.keys()].filter((frame) => !leavesOut(frame));
    leftOutFrames += labels.length - kept.length;
    const values = scores.modalities[modality] ?? [];
    return [{ scores: kept.map((frame) => values[frame]), labels: kept.map((frame) => labels[frame]) }];
  });
  return { ...areasOf(scored), leftOutFrames };
}

/** Areas of what the camera says of itself; null where it was never at fault. */
function cameraAreas(clips: readonly EvaluatedClip[]): SenseAreas | null {
  if (clips.every(({ faults }) => faults === null)) return null;
  const scored = clips.flatMap(({ labels, faults, times }) =>
    labels ? [{ scores: faults?.lane ?? new Float64Array(times.length), labels }] : [],
  );
  return { ...areasOf(scored), leftOutFrames: 0 };
}

/** Says what faults of the camera mean for the figures over frames; nothing where there were none. */
export function faultWarnings(clips: readonly EvaluatedClip[]): string[] {
  const faulty = clips.filter(({ faults }) => faults !== null).length;
  if (faulty === 0) return [];
  const where = faulty === 1 ? 'In one clip' : `In ${faulty} clips`;
  return [
    `${where} the camera was at fault. There the score of a frame is what the camera itself says (the alarm threshold times the strength of the fault), and the frames are left out of the figures of the senses that look at the picture.`,
  ];
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
