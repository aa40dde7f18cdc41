export { cancelJob, requeueJob, setJobPaused } from './control-jobs.ts';
export { submitAnalysis } from './submit-analysis.ts';
export { applyCorrection, submitCorrectionPreview } from './submit-correction.ts';
export { submitEvaluation } from './submit-evaluation.ts';
export { submitLearning } from './submit-learning.ts';
export { submitPreviews, submitRetention } from './submit-upkeep.ts';
export { newRecordId } from './record-id.ts';
export { shownJob } from './shown-job.ts';
