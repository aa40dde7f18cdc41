export { cancelJob, requeueJob, setJobPaused } from './control-jobs.ts';
export { type AnalysisSubmission, submitAnalysis, type SubmittedAnalysis } from './submit-analysis.ts';
export {
  applyCorrection,
  type CorrectionSubmission,
  submitCorrectionPreview,
  type SubmittedCorrection,
} from './submit-correction.ts';
export { type EvaluationSubmission, submitEvaluation, type SubmittedEvaluation } from './submit-evaluation.ts';
export { type LearningSubmission, type NormalFootage, submitLearning, type SubmittedLearning } from './submit-learning.ts';
export { submitPreviews, submitRetention } from './submit-upkeep.ts';
export type { JobContext } from './job-context.ts';
export { newRecordId } from './record-id.ts';
export { shownJob } from './shown-job.ts';
