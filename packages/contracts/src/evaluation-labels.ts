import { z } from 'zod';
import { recordIdSchema, timestampSchema } from './records/stored-record.ts';

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** Which labels an evaluation measured, so that two runs are known to be on the same ones. */
export const evaluationLabelsSchema = z.object({
  /**
   * SHA-256 of all that the figures depend on beside the footage: equal for two runs on the same labels, also where a name, a note or
   * the order of the clips has changed between them.
   */
  sha256: hashSchema,
  /** SHA-256 of the `dataset.json` that was read, which is kept with the result. */
  datasetSha256: hashSchema,
  /** The label set as it was; null for a data set of the server. */
  labelSet: z
    .object({
      id: recordIdSchema,
      /** Its version when it was measured on. */
      version: z.number().int().positive(),
      updatedAt: timestampSchema,
    })
    .nullable(),
});

/** Which labels an evaluation measured. */
export type EvaluationLabels = z.infer<typeof evaluationLabelsSchema>;
