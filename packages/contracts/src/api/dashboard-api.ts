import { z } from 'zod';
import { shownCameraSchema, shownJobSchema } from '../feed/feed-message.ts';
import { incidentKindSchema } from '../kinds.ts';
import { jobStates } from '../records/job.ts';
import { recordIdSchema, timestampSchema } from '../records/stored-record.ts';
import { modelSchema } from './model-api.ts';
import { momentQuerySchema } from './query-values.ts';
import { named } from './schema-names.ts';

const countSchema = z.number().int().nonnegative();
const bytesSchema = z.number().int().nonnegative();

/** Query of the overview: a span of at most 400 days, the last 24 hours where left out. */
export const overviewQuerySchema = z.strictObject({
  from: momentQuerySchema.optional(),
  before: momentQuerySchema.optional(),
});

/** Query of the overview. */
export type OverviewQuery = z.infer<typeof overviewQuerySchema>;

/** What one source was promised and what it got, over the videos of it that were analysed in the span. */
export const budgetFigureSchema = z.object({
  sourceId: recordIdSchema,
  sourceName: z.string(),
  /** Alarm budget, incidents a day of footage; the mean over the footage where analyses had different ones. */
  promisedPerDay: z.number().nonnegative(),
  /** Incidents a day of footage. */
  achievedPerDay: z.number().nonnegative(),
  /** Footage that both are about, seconds. */
  analysedSeconds: z.number().positive(),
  incidents: countSchema,
});

/** What one source was promised and what it got. */
export type BudgetFigure = z.infer<typeof budgetFigureSchema>;

/** Jobs by state, and whether they move. */
export const queueSchema = z.object({
  /** Whether everything is stopped: no job begins, running ones are checkpointed and given back. */
  paused: z.boolean(),
  depth: z.record(z.enum(jobStates), countSchema),
  /** The newest 50 of the jobs that run, with their progress. */
  running: z.array(shownJobSchema),
  /** Names of the videos that those are about, by id. */
  names: z.record(recordIdSchema, z.string()),
});

/** Space of the media store. */
export const mediaUsageSchema = z.object({
  usedBytes: bytesSchema,
  quotaBytes: bytesSchema.nullable(),
  freeBytes: bytesSchema,
  reserveBytes: bytesSchema,
  byArea: z.record(z.string(), bytesSchema),
});

/** A process that is there, or was a moment ago. */
export const seenServiceSchema = z.object({
  id: recordIdSchema,
  /** Services that run in it. */
  services: z.array(z.string()),
  host: z.string(),
  processId: z.number().int(),
  version: z.string(),
  startedAt: timestampSchema,
  seenAt: timestampSchema,
  /** False where it has not been heard of for a minute. */
  alive: z.boolean(),
});

/** A process that is there, or was a moment ago. */
export type SeenService = z.infer<typeof seenServiceSchema>;

/** What the first page shows. */
export const overviewSchema = named(
  'Overview',
  z.object({
    from: timestampSchema,
    before: timestampSchema,
    incidents: z.object({
      total: countSchema,
      /** Hours in UTC that have incidents, ascending. */
      byHour: z.array(z.object({ hour: timestampSchema, count: countSchema })),
      byKind: z.array(z.object({ kind: incidentKindSchema, count: countSchema })),
      /** The 50 sources with most incidents. */
      bySource: z.array(z.object({ sourceId: z.string(), sourceName: z.string(), count: countSchema })),
      bySeverity: z.object({ info: countSchema, warning: countSchema, critical: countSchema }),
      byStatus: z.object({ new: countSchema, confirmed: countSchema, dismissed: countSchema }),
    }),
    budgets: z.object({
      /** The 50 sources with most footage. */
      sources: z.array(budgetFigureSchema),
      /** False where there were more analyses than the newest 2,000, which the figures are made of. */
      complete: z.boolean(),
    }),
    queue: queueSchema,
    cameras: z.array(shownCameraSchema),
    media: mediaUsageSchema,
    /** Models that analyses use, and whether they are there. */
    models: z.array(modelSchema.pick({ id: true, name: true, state: true })),
    services: z.array(seenServiceSchema),
  }),
);

/** What the first page shows. */
export type Overview = z.infer<typeof overviewSchema>;

/** How the dashboard service itself is. */
export const systemStatusSchema = named(
  'SystemStatus',
  z.object({
    version: z.string(),
    nodeVersion: z.string(),
    process: z.object({
      processId: z.number().int(),
      startedAt: timestampSchema,
      uptimeSeconds: z.number().nonnegative(),
      residentBytes: bytesSchema,
      heapUsedBytes: bytesSchema,
      /** Processor time since the start, seconds. */
      processorSeconds: z.number().nonnegative(),
    }),
    machine: z.object({
      name: z.string(),
      processors: countSchema,
      /** Over one, five and fifteen minutes. */
      loadAverages: z.array(z.number()).length(3),
      totalBytes: bytesSchema,
      freeBytes: bytesSchema,
    }),
    store: z.object({
      kind: z.enum(['sqlite', 'mongodb']),
      schemaVersion: z.number().int(),
      answers: z.boolean(),
      /** Time of one small question, milliseconds; null where there was no answer. */
      answerMs: z.number().nonnegative().nullable(),
    }),
    feed: z.object({
      clients: countSchema,
      /** Number of the newest message that was read. */
      newest: z.number().int().nonnegative(),
      live: z.boolean(),
    }),
    services: z.array(seenServiceSchema),
  }),
);

/** How the dashboard service itself is. */
export type SystemStatus = z.infer<typeof systemStatusSchema>;

/** What stopping or resuming everything came to. */
export const queueControlReplySchema = z.object({
  paused: z.boolean(),
  /** Jobs that were running at that moment. */
  running: countSchema,
});
