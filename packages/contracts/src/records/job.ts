import { z } from 'zod';
import { errorBodySchema } from '../errors.ts';
import { recordIdSchema, storedRecordSchema, timestampSchema } from './stored-record.ts';

/** What each type of job is told. */
export const jobPayloadSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('analyse-video'), videoId: recordIdSchema, analysisId: recordIdSchema }),
  z.object({
    type: z.literal('learn-profile'),
    profileId: recordIdSchema,
    /** Footage that is normal: whole videos or ranges of them, media time in seconds. */
    footage: z
      .array(
        z.object({
          videoId: recordIdSchema,
          startSeconds: z.number().nonnegative().nullable(),
          endSeconds: z.number().positive().nullable(),
        }),
      )
      .min(1)
      .max(100),
    /** Whether the profile is extended rather than learned anew. */
    extend: z.boolean(),
    requestedBy: z.string(),
  }),
  z.object({ type: z.literal('preview-correction'), profileId: recordIdSchema, correctionId: recordIdSchema }),
  z.object({ type: z.literal('evaluate'), evaluationId: recordIdSchema }),
  z.object({ type: z.literal('make-previews'), videoId: recordIdSchema }),
  z.object({ type: z.literal('apply-retention') }),
  z.object({
    type: z.literal('build-model'),
    /** Name of its folder in the model cache. */
    model: recordIdSchema,
  }),
]);

/** What each type of job is told. */
export type JobPayload = z.infer<typeof jobPayloadSchema>;

/** A type of job. */
export type JobType = JobPayload['type'];

/** Every type of job. */
export const jobTypes = [
  'analyse-video',
  'learn-profile',
  'preview-correction',
  'evaluate',
  'make-previews',
  'apply-retention',
  'build-model',
] as const satisfies readonly JobType[];

/** How far a job is. */
export const jobProgressSchema = z.object({
  /** Stage in the words of the pipeline, such as `read` or `score`. */
  stage: z.string(),
  /** Media time that is done, seconds. */
  mediaSeconds: z.number().nonnegative(),
  /** Media time in all, seconds; null where unknown. */
  totalSeconds: z.number().nonnegative().nullable(),
  timesRealTime: z.number().nonnegative(),
  /** Estimate, seconds; null where unknown. */
  secondsLeft: z.number().nonnegative().nullable(),
  /** What is done of the whole job, 0 to 1; left out where `mediaSeconds` of `totalSeconds` say it. */
  share: z.number().min(0).max(1).optional(),
  /** The clip of a data set that is worked on, counted from 1; null between clips, left out of other jobs. */
  clip: z.object({ number: z.number().int().positive(), of: z.number().int().positive() }).nullable().optional(),
});

/** How far a job is. */
export type JobProgress = z.infer<typeof jobProgressSchema>;

/** One attempt at a job. */
export const jobAttemptSchema = z.object({
  attempt: z.number().int().positive(),
  worker: z.string(),
  startedAt: timestampSchema,
  endedAt: timestampSchema.nullable(),
  /** `lost`: the worker stopped renewing its lease; `released`: it gave the job back unharmed. */
  outcome: z.enum(['running', 'done', 'failed', 'cancelled', 'lost', 'released']),
  reason: z.string().nullable(),
});

/** One attempt at a job. */
export type JobAttempt = z.infer<typeof jobAttemptSchema>;

/** States of a job. A failed job is a dead letter until it is queued again. */
export const jobStates = ['queued', 'leased', 'done', 'failed', 'cancelled'] as const;

/** A piece of durable work. */
export const jobSchema = storedRecordSchema.extend({
  type: z.enum(jobTypes),
  payload: jobPayloadSchema,
  state: z.enum(jobStates),
  /** Higher goes first. */
  priority: z.number().int().min(-100).max(100),
  /** Jobs of one key take turns with those of others: the user who asked, or the camera. */
  fairnessKey: z.string(),
  /** Place in the order of turns; smaller goes first among equal priorities. */
  turn: z.number().int().nonnegative(),
  /** Two jobs never share one; a second request with the same key is the first. */
  idempotencyKey: z.string(),
  /** What the job is about, to find it by: a video, profile or evaluation. */
  subjectId: recordIdSchema.nullable(),
  /** A paused job is not leased. */
  paused: z.boolean(),
  cancelRequested: z.boolean(),
  /** Not leased before. */
  notBefore: timestampSchema,
  attempts: z.number().int().nonnegative(),
  maxAttempts: z.number().int().positive(),
  /** The last 20 attempts, newest last. */
  attemptLog: z.array(jobAttemptSchema),
  leaseOwner: z.string().nullable(),
  /** Secret of the lease: a worker that lost it can change nothing. */
  leaseToken: z.string().nullable(),
  leaseExpiresAt: timestampSchema.nullable(),
  progress: jobProgressSchema.nullable(),
  /** Media time up to which the work is safe on disk, seconds. */
  checkpointSeconds: z.number().nonnegative().nullable(),
  error: errorBodySchema.nullable(),
  endedAt: timestampSchema.nullable(),
});

/** A piece of durable work. */
export type Job = z.infer<typeof jobSchema>;

/** A state of a job. */
export type JobState = Job['state'];
