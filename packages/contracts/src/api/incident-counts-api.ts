import { z } from 'zod';
import { booleanQuerySchema } from './query-values.ts';
import { incidentFilterQuerySchema } from './incident-api.ts';
import { named } from './schema-names.ts';

/** Up to here incidents are counted one by one. */
export const mostCounted = 1000;

/** Query of the counts: the filters of the list. */
export const incidentCountsQuerySchema = z.strictObject({
  ...incidentFilterQuerySchema.shape,
  reviewed: booleanQuerySchema.optional(),
});

/** Query of the counts. */
export type IncidentCountsQuery = z.infer<typeof incidentCountsQuerySchema>;

const boundedCountSchema = z.object({
  count: z.number().int().min(0).max(mostCounted),
  /** Whether there are, or may be, more than were counted. */
  more: z.boolean(),
});

/** How many there are, as far as they were counted. */
export type BoundedCount = z.infer<typeof boundedCountSchema>;

/** How many incidents pass. Each group leaves its own filter out, so that one sees what choosing another value would give. */
export const incidentCountsSchema = named(
  'IncidentCounts',
  z.object({
    /** Of any status. */
    total: boundedCountSchema,
    byStatus: z.object({ new: boundedCountSchema, confirmed: boundedCountSchema, dismissed: boundedCountSchema }),
    bySeverity: z.object({ info: boundedCountSchema, warning: boundedCountSchema, critical: boundedCountSchema }),
  }),
);

/** How many incidents pass. */
export type IncidentCounts = z.infer<typeof incidentCountsSchema>;
