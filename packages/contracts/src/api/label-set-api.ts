import { z } from 'zod';
import { datasetSchema } from '../dataset.ts';
import { labelSetSchema } from '../records/label-set.ts';
import { pageQuerySchema, pageSchema } from './page.ts';
import { listOrderSchema } from './query-values.ts';
import { madeOnSchema } from './record-params.ts';
import { named } from './schema-names.ts';

const nameSchema = z.string().trim().min(1).max(64);

/** Query of the list of label sets. */
export const labelSetListQuerySchema = pageQuerySchema.extend({ order: listOrderSchema }).strict();

/** A page of label sets. */
export const labelSetPageSchema = named('LabelSetPage', pageSchema(named('LabelSet', labelSetSchema)));

/** A new set, without clips. */
export const newLabelSetSchema = named('NewLabelSet', z.strictObject({ name: nameSchema }));

/** What may be changed of a set; what is left out stays. */
export const labelSetChangeSchema = named(
  'LabelSetChange',
  z.strictObject({
    version: madeOnSchema,
    name: nameSchema.optional(),
    /** All of them, in place of those before. */
    clips: labelSetSchema.shape.clips.optional(),
  }),
);

/** What may be changed of a set. */
export type LabelSetChange = z.infer<typeof labelSetChangeSchema>;

/** A set as `dataset.json` describes it. */
export const exportedDatasetSchema = named('Dataset', datasetSchema);
