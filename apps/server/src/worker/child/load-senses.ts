import { VigilError } from '@vigil/contracts';
import { InferencePool, poseVariants } from '@vigil/models';
import { loadSenses, type Senses } from '@vigil/pipeline';
import type { ProcessFacts } from './messages.ts';

/**
 * Runs something with the models, which are freed afterwards. One that is not installed is no error: the senses that need it are
 * `unavailable`, and the result says why.
 *
 * @throws VigilError `bad-request` for a pose model that there is not, `model-invalid`, `disk-full`, `not-writable`,
 * `memory-budget-exceeded`, and what `work` throws
 */
export async function withSenses<Result>(facts: ProcessFacts, work: (senses: Senses) => Promise<Result>): Promise<Result> {
  const poseVariant = poseVariants.find((name) => name === facts.poseModel);
  if (!poseVariant) {
    const text = `POSE_MODEL is one of ${poseVariants.join(', ')}, not ${facts.poseModel}`;
    throw new VigilError('bad-request', text, { poseModel: facts.poseModel });
  }
  await using pool = new InferencePool();
  const { modelCacheFolder, version } = facts;
  await using senses = await loadSenses({ pool, modelCacheFolder, poseVariant, versions: { vigil: version } });
  return await work(senses);
}
