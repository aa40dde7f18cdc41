import { z } from 'zod';
import { datasetSchema } from '../dataset.ts';
import { evaluationRecordSchema } from '../records/evaluation-record.ts';
import { budgetSchema } from './analysis-api.ts';
import { recordIdSchema } from '../records/stored-record.ts';
import { pageQuerySchema, pageSchema } from './page.ts';
import { listOrderSchema } from './query-values.ts';
import { named } from './schema-names.ts';

/** Query of the list of evaluations. */
export const evaluationListQuerySchema = pageQuerySchema.extend({ order: listOrderSchema }).strict();

/** A page of evaluations. */
export const evaluationPageSchema = named('EvaluationPage', pageSchema(named('Evaluation', evaluationRecordSchema)));

/** What an evaluation is asked for with. */
export const evaluationRequestSchema = named(
  'EvaluationRequest',
  z.strictObject({
    /** Folder name of a data set that the server has; left out for a label set. */
    dataset: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/)
      .optional(),
    /** Label set to run on; left out for a folder. */
    labelSetId: recordIdSchema.optional(),
    /** Alarm budget to measure at, incidents a day; the general one where left out. */
    budgetIncidentsPerDay: budgetSchema.optional(),
  }),
);

/** A labelled data set on the server. */
export const availableDatasetSchema = named(
  'AvailableDataset',
  z.object({
    /** Name of its folder, by which it is asked for. */
    dataset: z.string(),
    /** Its own name; null where its description cannot be read. */
    title: z.string().nullable(),
    task: datasetSchema.shape.task.nullable(),
    clips: z.number().int().nonnegative().nullable(),
    /** What is wrong with its description; null where nothing is. */
    problem: z.string().nullable(),
  }),
);

/** A labelled data set on the server. */
export type AvailableDataset = z.infer<typeof availableDatasetSchema>;

/** The data sets that the server has. */
export const availableDatasetsSchema = named(
  'AvailableDatasets',
  z.object({
    items: z.array(availableDatasetSchema),
    /** Why there are none; null where there are some. */
    reason: z.string().nullable(),
  }),
);

/** The data sets that the server has. */
export type AvailableDatasets = z.infer<typeof availableDatasetsSchema>;
