export { frameLabels } from './dataset/frame-labels.ts';
export { type LoadedDataset, readDataset } from './dataset/read-dataset.ts';
export type { ClipEvaluation, EvaluationBudget, EvaluationControls, EvaluationResult, FrameAreas } from './evaluation-result.ts';
export { type AlarmedClip, type DetectionDelays, detectionDelays, falseAlarmsPerHour, type TimeRange } from './metrics/alarms.ts';
export {
  type Confusion,
  confusion,
  type KindScore,
  type LabelledPrediction,
  precisionRecallF1,
} from './metrics/classification.ts';
export { decimateCurve } from './metrics/decimate-curve.ts';
export { concatenateClips, macroAuc, microAuc, type ScoredClip } from './metrics/frame-auc.ts';
export { averagePrecision, precisionRecallCurve, type PrecisionRecallPoint } from './metrics/precision-recall.ts';
export type { EventDelays } from './metrics/event-alarms.ts';
export { renderEvaluationReport } from './report/evaluation-report.ts';
export { equalErrorRate, rocAuc, rocCurve, type RocPoint } from './metrics/roc.ts';
export { gaussianSmooth, temporalMedian } from './metrics/smoothing.ts';
export type { EvaluationListener, EvaluationProgress } from './run/evaluation-course.ts';
export type { EvaluationRequest } from './run/evaluation-request.ts';
export { type EvaluationOptions, runEvaluation } from './run/run-evaluation.ts';
