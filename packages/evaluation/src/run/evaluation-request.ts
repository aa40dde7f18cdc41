import type { ProgressListener, Senses } from '@vigil/pipeline';

/** What is to be evaluated. */
export interface EvaluationRequest {
  /** Folder of `dataset.json`. */
  readonly folder: string;
  readonly senses: Senses;
  /** Intermediate files. */
  readonly workFolder: string;
  readonly budgetIncidentsPerDay: number;
  /** Standard deviation of the Gaussian that smooths each clip's scores, frames. */
  readonly sigmaFrames: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ProgressListener | undefined;
}

/** The smoothing that figures are reported with, frames. */
export const defaultSigmaFrames = 2;
