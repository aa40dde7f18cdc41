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

/** Tags of one incident. */
export const mostTags = 50;
/** Characters of a note. */
export const longestNote = 10_000;

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
  /** Marked as seen and done by whoever asks, or not. */
  reviewed: booleanQuerySchema.optional(),
  order: listOrderSchema,
});

/** Query of the list of incidents. */
export type IncidentListQuery = z.infer<typeof incidentListQuerySchema>;

/** An incident as whoever asks sees it. */
export const incidentViewSchema = named(
  'IncidentView',
  incidentRecordSchema.extend({
    /** Whether whoever asks has marked it as seen and done. */
    reviewed: z.boolean(),
  }),
);

/** An incident as whoever asks sees it. */
export type IncidentView = z.infer<typeof incidentViewSchema>;

/** An incident as lists show it: without courses, arrows, skeletons and the vector of its looks, which only one incident's own page needs. */
export const incidentSummarySchema = named(
  'IncidentSummary',
  incidentViewSchema.omit({ tracks: true, flowArrows: true, skeletons: true, appearance: true }),
);

/** An incident as lists show it. */
export type IncidentSummary = z.infer<typeof incidentSummarySchema>;

/** Query of the incidents that look alike. */
export const similarQuerySchema = z.strictObject({ limit: z.coerce.number().int().min(1).max(50).default(12) });

/** Incidents that look like one, the most alike first. */
export const similarIncidentsSchema = named(
  'SimilarIncidents',
  z.object({
    items: z.array(
      z.object({
        incident: incidentSummarySchema,
        /** Cosine of the angle between the two looks, at most 1. */
        similarity: z.number().min(-1).max(1),
      }),
    ),
    /** Incidents that it was compared with. */
    compared: z.number().int().nonnegative(),
    /** Whether all that are stored were compared; false where only the newest were. */
    complete: z.boolean(),
    /** Why there is nothing to compare with; null where there is. */
    reason: z.string().nullable(),
  }),
);

/** Incidents that look like one. */
export type SimilarIncidents = z.infer<typeof similarIncidentsSchema>;

/** A page of incidents. */
export const incidentPageSchema = named('IncidentPage', pageSchema(incidentSummarySchema));

/** What a person makes of an incident; what is left out stays. */
const judgementShape = {
  status: reviewStatusSchema.optional(),
  note: z.string().max(longestNote).optional(),
  /** All of them, in place of those before. */
  tags: z.array(tagSchema).max(mostTags).optional(),
  /** Joined to those that the incident has. */
  addTags: z.array(tagSchema).max(mostTags).optional(),
  /** Taken from those that the incident has. */
  removeTags: z.array(tagSchema).max(mostTags).optional(),
  /** Joined to the note as a line of its own. */
  appendNote: z.string().trim().min(1).max(longestNote).optional(),
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

/** Marks incidents as seen and done by whoever asks, or takes the marks away. */
export const reviewedChangeSchema = named(
  'ReviewedChange',
  z.strictObject({ ids: z.array(recordIdSchema).min(1).max(500), reviewed: z.boolean() }),
);

/** Marks incidents as seen and done, or takes the marks away. */
export type ReviewedChange = z.infer<typeof reviewedChangeSchema>;

/** What is marked so now, and what is gone. */
export const reviewedResultSchema = named(
  'ReviewedResult',
  z.object({ ids: z.array(recordIdSchema), missing: z.array(recordIdSchema) }),
);

/** What is marked so now, and what is gone. */
export type ReviewedResult = z.infer<typeof reviewedResultSchema>;
