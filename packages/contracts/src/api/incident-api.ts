import { z } from 'zod';
import { errorBodySchema } from '../errors.ts';
import { incidentKindSchema } from '../kinds.ts';
import { incidentRecordSchema, reviewStatusSchema } from '../records/incident-record.ts';
import { recordIdSchema } from '../records/stored-record.ts';
import { pageQuerySchema, pageSchema } from './page.ts';
import { booleanQuerySchema, listOrderSchema, momentQuerySchema, searchTextSchema } from './query-values.ts';
import { madeOnSchema } from './record-params.ts';
import { named } from './schema-names.ts';

named('Incident', incidentRecordSchema);

/** A word that people mark incidents with. */
export const tagSchema = z.string().trim().min(1).max(50);

/** Which incidents; all that is given must hold. */
export const incidentFilterQuerySchema = z.strictObject({
  from: momentQuerySchema.optional(),
  before: momentQuerySchema.optional(),
  sourceId: recordIdSchema.optional(),
  videoId: recordIdSchema.optional(),
  analysisId: recordIdSchema.optional(),
  kind: incidentKindSchema.optional(),
  severity: z.enum(['info', 'warning', 'critical']).optional(),
  status: reviewStatusSchema.optional(),
  tag: tagSchema.optional(),
  assignedTo: recordIdSchema.optional(),
  held: booleanQuerySchema.optional(),
  /** Words that title, caption, transcript, note, tags or source name must all contain. */
  text: searchTextSchema.optional(),
});

/** Query of the list of incidents. */
export const incidentListQuerySchema = z.strictObject({
  ...pageQuerySchema.shape,
  ...incidentFilterQuerySchema.shape,
  order: listOrderSchema,
});

/** Query of the list of incidents. */
export type IncidentListQuery = z.infer<typeof incidentListQuerySchema>;

/** An incident as lists show it: without courses, arrows and skeletons, which only the picture of one incident needs. */
export const incidentSummarySchema = named(
  'IncidentSummary',
  incidentRecordSchema.omit({ tracks: true, flowArrows: true, skeletons: true }),
);

/** An incident as lists show it. */
export type IncidentSummary = z.infer<typeof incidentSummarySchema>;

/** A page of incidents. */
export const incidentPageSchema = named('IncidentPage', pageSchema(incidentSummarySchema));

/** What a person makes of an incident; what is left out stays. */
const judgementShape = {
  status: reviewStatusSchema.optional(),
  note: z.string().max(10_000).optional(),
  /** All of them, in place of those before. */
  tags: z.array(tagSchema).max(50).optional(),
  /** Id of a user; null for nobody. */
  assignedTo: recordIdSchema.nullable().optional(),
  held: z.boolean().optional(),
};

/** A judgement of one incident. */
export const incidentChangeSchema = named('IncidentChange', z.strictObject({ version: madeOnSchema, ...judgementShape }));

/** A judgement of one incident. */
export type IncidentChange = z.infer<typeof incidentChangeSchema>;

/** The same judgement of many incidents. */
export const bulkIncidentChangeSchema = named(
  'BulkIncidentChange',
  z.strictObject({ ids: z.array(recordIdSchema).min(1).max(500), change: z.strictObject(judgementShape) }),
);

/** The same judgement of many incidents. */
export type BulkIncidentChange = z.infer<typeof bulkIncidentChangeSchema>;

/** What became of each incident, in the order of the ids. */
export const bulkIncidentResultSchema = named(
  'BulkIncidentResult',
  z.object({
    results: z.array(
      z.object({
        id: recordIdSchema,
        outcome: z.enum(['changed', 'unchanged', 'failed']),
        /** Version after it; null where it failed. */
        version: z.number().int().positive().nullable(),
        error: errorBodySchema.nullable(),
      }),
    ),
  }),
);

/** What became of each incident. */
export type BulkIncidentResult = z.infer<typeof bulkIncidentResultSchema>;
