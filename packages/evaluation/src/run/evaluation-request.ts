import type { Senses } from '@vigil/pipeline';
import type { EvaluationListener } from './evaluation-course.ts';

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
  readonly onProgress?: EvaluationListener | undefined;
  /** Called with the text of `dataset.json` once it was read and checked: the labels that are measured. */
  readonly onDataset?: ((text: string) => void) | undefined;
}

/** The smoothing that figures are reported with, frames. */
export const defaultSigmaFrames = 2;
