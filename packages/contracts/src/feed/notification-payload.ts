import { z } from 'zod';
import { incidentRecordSchema } from '../records/incident-record.ts';
import { recordIdSchema, timestampSchema } from '../records/stored-record.ts';

/** What webhooks and MQTT get: JSON of this form. */
export const notificationPayloadSchema = z.object({
  /** `test` where somebody tries out the rule. */
  event: z.enum(['incident', 'test']),
  /** The same for every attempt: whoever got one of this id already may leave the others. */
  deliveryId: recordIdSchema,
  sentAt: timestampSchema,
  rule: z.object({ id: recordIdSchema, name: z.string() }),
  /** Null in a test. */
  incident: incidentRecordSchema
    .pick({
      id: true,
      title: true,
      severity: true,
      kinds: true,
      score: true,
      sourceId: true,
      sourceKind: true,
      sourceName: true,
      videoId: true,
      startSeconds: true,
      endSeconds: true,
      occurredAt: true,
      decidedAt: true,
      caption: true,
    })
    .nullable(),
  /** Page of the incident; null where the services do not know their public address. */
  url: z.string().nullable(),
});

/** What webhooks and MQTT get. */
export type NotificationPayload = z.infer<typeof notificationPayloadSchema>;
