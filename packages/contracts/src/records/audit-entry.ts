import { z } from 'zod';
import { storedRecordSchema } from './stored-record.ts';

/** Who did something. */
export const actorSchema = z.object({
  kind: z.enum(['user', 'api-key', 'system', 'anonymous']),
  /** User or key; null for the system and for those who are not signed in. */
  id: z.string().nullable(),
  name: z.string(),
});

/** Who did something. */
export type Actor = z.infer<typeof actorSchema>;

/** One change or sign-in. Entries are only ever added. */
export const auditEntrySchema = storedRecordSchema.extend({
  actor: actorSchema,
  /** `noun.verb`, such as `incident.confirm` or `session.sign-in`. */
  action: z.string(),
  /** What it was done to, as `noun:id`; null where there is nothing to name. */
  target: z.string().nullable(),
  outcome: z.enum(['done', 'refused']),
  /** What changed, without secrets. */
  details: z.record(z.string(), z.unknown()),
  requestId: z.string().nullable(),
  ipAddress: z.string().nullable(),
});

/** One change or sign-in. */
export type AuditEntry = z.infer<typeof auditEntrySchema>;
