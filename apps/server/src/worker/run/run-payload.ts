import type { JobPayload } from '@vigil/contracts';
import type { JobRun } from './job-run.ts';
import { runAnalysis } from './run-analysis.ts';
import { runCorrectionPreview } from './run-correction-preview.ts';
import { runEvaluationJob } from './run-evaluation.ts';
import { runLearning } from './run-learning.ts';
import { runModelBuild } from './run-model-build.ts';
import { runPreviews } from './run-previews.ts';
import { runRetention } from './run-retention.ts';

/** Runs a job of any type. @throws VigilError where the attempt fails, and `cancelled` where the lease ended before the work */
export async function runPayload(run: JobRun, payload: JobPayload): Promise<void> {
  switch (payload.type) {
    case 'analyse-video':
      return await runAnalysis({ ...run, payload });
    case 'learn-profile':
      return await runLearning({ ...run, payload });
    case 'preview-correction':
      return await runCorrectionPreview({ ...run, payload });
    case 'evaluate':
      return await runEvaluationJob({ ...run, payload });
    case 'make-previews':
      return await runPreviews({ ...run, payload });
    case 'apply-retention':
      return await runRetention({ ...run, payload });
    case 'build-model':
      return await runModelBuild({ ...run, payload });
  }
}
