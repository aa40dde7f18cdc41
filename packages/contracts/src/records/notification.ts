import { z } from 'zod';
import { incidentKindSchema } from '../kinds.ts';
import { recordIdSchema, storedRecordSchema, timestampSchema } from './stored-record.ts';

/** Where notifications go. Secrets are stored and never replied. */
export const notificationTargetSchema = z.discriminatedUnion('channel', [
  z.object({
    channel: z.literal('webhook'),
    url: z.url({ protocol: /^https?$/ }).max(2000),
    secret: z.string().min(16).max(200),
  }),
  z.object({ channel: z.literal('email'), to: z.array(z.email()).min(1).max(20) }),
  z.object({
    channel: z.literal('web-push'),
    endpoint: z.url({ protocol: /^https?$/ }).max(2000),
    keys: z.object({ p256dh: z.string().max(200), auth: z.string().max(200) }),
  }),
  z.object({ channel: z.literal('mqtt'), topic: z.string().min(1).max(200) }),
]);

/** Where notifications go. */
export type NotificationTarget = z.infer<typeof notificationTargetSchema>;

/** When a rule holds: local time of the named zone. */
export const scheduleSchema = z.object({
  timeZone: z.string().min(1).max(64),
  /** Days of the week, 1 for Monday to 7 for Sunday. */
  days: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  /** `HH:MM`; a range that ends before it starts goes on past midnight. */
  from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  to: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
});

/** When a rule holds. */
export type Schedule = z.infer<typeof scheduleSchema>;

/** Which incidents are sent where. */
export const notificationRuleSchema = storedRecordSchema.extend({
  name: z.string().min(1).max(100),
  enabled: z.boolean(),
  target: notificationTargetSchema,
  /** Least severity. */
  leastSeverity: z.enum(['info', 'warning', 'critical']),
  /** Kinds it is for; empty for all. */
  kinds: z.array(incidentKindSchema),
  /** Videos, sources or cameras it is for; empty for all. */
  sourceIds: z.array(recordIdSchema).max(1000),
  /** Null for always. */
  schedule: scheduleSchema.nullable(),
  /** After one notification the rule is silent for the same source so long, seconds. */
  coolDownSeconds: z.number().int().min(0).max(86_400),
  /** Silent until then; null for not. */
  snoozedUntil: timestampSchema.nullable(),
  ownerId: recordIdSchema,
});

/** Which incidents are sent where. */
export type NotificationRule = z.infer<typeof notificationRuleSchema>;

/** One notification on its way. */
export const deliverySchema = storedRecordSchema.extend({
  ruleId: recordIdSchema,
  incidentId: recordIdSchema,
  /** `cooling` was left out because of the rule's cool-down. */
  state: z.enum(['waiting', 'sent', 'failed', 'cooling']),
  attempts: z.number().int().nonnegative(),
  notBefore: timestampSchema,
  /** Why the last attempt failed; null where none did. */
  problem: z.string().nullable(),
  sentAt: timestampSchema.nullable(),
});

/** One notification on its way. */
export type Delivery = z.infer<typeof deliverySchema>;
