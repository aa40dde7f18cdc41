import { z } from 'zod';
import { incidentSchema } from '../incident.ts';
import { recordIdSchema, storedRecordSchema, timestampSchema } from './stored-record.ts';

/** What a person decided about an incident. */
export const reviewStatusSchema = z.enum(['new', 'confirmed', 'dismissed']);

/** An incident as it is stored: what the pipeline decided, and what people made of it. */
export const incidentRecordSchema = incidentSchema.extend({
  ...storedRecordSchema.shape,
  analysisId: recordIdSchema,
  /** Video the incident lies in. */
  videoId: recordIdSchema,
  /** Name of the video or camera, for lists. */
  sourceName: z.string(),
  /** Time lists are sorted by: wall clock of the start for cameras, of the decision for files. */
  occurredAt: timestampSchema,
  /** When the pipeline decided it, wall clock. */
  decidedAt: timestampSchema,
  /** What is seen, in a sentence of a model; null where no captioner ran. */
  caption: z.string().nullable(),
  /** What is said; null where no transcriber ran. */
  transcript: z.string().nullable(),
  reviewedAt: timestampSchema.nullable(),
  /** User who is to look at it; null for nobody. */
  assignedTo: z.string().nullable(),
  /** Held evidence is never removed by retention. */
  held: z.boolean(),
  /** Whether the feed has told of it; a process that dies in between is made up for by the next attempt. */
  announced: z.boolean(),
});

/** An incident as it is stored. */
export type IncidentRecord = z.infer<typeof incidentRecordSchema>;

/** What a person decided about an incident. */
export type ReviewStatus = z.infer<typeof reviewStatusSchema>;
