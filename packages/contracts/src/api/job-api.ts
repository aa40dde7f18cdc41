import { z } from 'zod';
import { shownJobSchema } from '../feed/feed-message.ts';
import { jobSchema, jobStates, jobTypes } from '../records/job.ts';
import { recordIdSchema } from '../records/stored-record.ts';
import { pageQuerySchema, pageSchema } from './page.ts';
import { listOrderSchema } from './query-values.ts';
import { named } from './schema-names.ts';

/** Query of the list of jobs; those that `failed` are the dead letters. */
export const jobListQuerySchema = pageQuerySchema
  .extend({
    order: listOrderSchema,
    state: z.enum(jobStates).optional(),
    type: z.enum(jobTypes).optional(),
    subjectId: recordIdSchema.optional(),
  })
  .strict();

/** What may be changed of a job that has not ended. */
export const jobChangeSchema = named('JobChange', z.strictObject({ priority: jobSchema.shape.priority }));

/** A page of jobs. */
export const jobPageSchema = named('JobPage', pageSchema(named('Job', shownJobSchema)));
