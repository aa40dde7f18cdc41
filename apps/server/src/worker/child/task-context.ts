import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { VigilError } from '@vigil/contracts';
import type { NormalityProfile } from '@vigil/detection';
import type { EvaluationProgress } from '@vigil/evaluation';
import { type AnalysisProgress, decodeProfile, type Senses } from '@vigil/pipeline';
import type { SupervisorLink } from './supervisor-link.ts';

/** What every task is run with. */
export interface TaskContext {
  readonly senses: Senses;
  readonly link: SupervisorLink;
  readonly onProgress: (progress: AnalysisProgress | EvaluationProgress) => void;
  /** Given when a checkpoint is to be written and the work put aside. */
  readonly pause: AbortSignal;
  /** Now, by the supervisor's clock; ISO 8601. */
  readonly now: () => string;
}

/**
 * Reads a profile from its file.
 *
 * @throws VigilError `profile-missing`, `profile-unreadable`, `profile-mismatch`
 */
export async function readProfile(path: string): Promise<NormalityProfile> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new VigilError('profile-missing', `The profile ${basename(path)} cannot be read; learn it again`, {}, cause);
  });
  return decodeProfile(bytes, basename(path));
}
