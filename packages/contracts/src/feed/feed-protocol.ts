import { z } from 'zod';
import { timestampSchema } from '../records/stored-record.ts';
import type { FeedTopic } from './feed-message.ts';

/** Every subject of the feed. */
export const feedTopics = ['incident', 'job', 'video', 'analysis', 'camera', 'settings'] as const satisfies readonly FeedTopic[];

const topicsSchema = z.array(z.enum(feedTopics)).min(1).max(feedTopics.length);
const sequenceSchema = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** Query of `/ws`. */
export const feedQuerySchema = z.object({
  /** Last number that the client has seen; what came since is sent first. Only what is new where left out. */
  after: sequenceSchema.optional(),
  /** Subjects with commas between them; all where left out. */
  topics: z
    .string()
    .max(200)
    .transform((text) => text.split(','))
    .pipe(topicsSchema)
    .optional(),
});

/** What a client may send: texts of JSON of at most 4 KiB. */
export const feedClientMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('subscribe'),
    topics: topicsSchema,
    /** Starts again after this number; goes on where it is where left out. */
    after: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  }),
  z.strictObject({ type: z.literal('ping') }),
]);

/** What a client may send. */
export type FeedClientMessage = z.infer<typeof feedClientMessageSchema>;

/** What the server says of the feed itself. Messages of records are those of `feedMessageSchema`. */
export const feedControlMessageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hello'),
    protocolVersion: z.literal(1),
    /** Newest number; where the client named none, everything after it follows. */
    sequence: z.number().int().nonnegative(),
    /** Oldest number that can be resumed from; 0 where there is none. */
    oldest: z.number().int().nonnegative(),
    topics: topicsSchema,
    /** A client that hears nothing for three times as long has lost the server. */
    heartbeatSeconds: z.number().positive(),
  }),
  z.object({
    type: z.literal('heartbeat'),
    /** Everything up to this number that the client asked for was sent. */
    sequence: z.number().int().nonnegative(),
    at: timestampSchema,
    /** False while the server cannot read the store: nothing is lost, it comes later. */
    live: z.boolean(),
  }),
  z.object({
    type: z.literal('reset'),
    /** The client has missed messages that are gone: it reloads its lists; everything after this number follows. */
    sequence: z.number().int().nonnegative(),
  }),
  z.object({ type: z.literal('subscribed'), topics: topicsSchema, sequence: z.number().int().nonnegative() }),
  z.object({ type: z.literal('pong') }),
]);

/** What the server says of the feed itself. */
export type FeedControlMessage = z.infer<typeof feedControlMessageSchema>;

/** Codes that the server closes `/ws` with, besides those of RFC 6455 section 7.4.1. */
export const feedCloseCodes = {
  /** The service stops: come back in a moment. */
  stopping: 1001,
  /** What the client sent is no text. */
  notText: 1003,
  /** What the client sent is no message of this protocol. */
  notUnderstood: 1007,
  /** The client sends too many messages. */
  tooMany: 1008,
  /** What the client sent is longer than 4 KiB. */
  tooLong: 1009,
  /** The store is away: resume from the last number in a moment. */
  storeAway: 1013,
  /** Session or key have ended: sign in anew. */
  signedOut: 4001,
  /** The role or the scopes do not suffice any more. */
  forbidden: 4003,
  /** The client does not read fast enough: resume from the last number. */
  tooSlow: 4008,
} as const;
