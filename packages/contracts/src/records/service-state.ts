import { z } from 'zod';
import { storedRecordSchema } from './stored-record.ts';

/**
 * What services remember among themselves, one record a subject: up to where a reader of the feed has come, keys that were made
 * once for all processes, which processes there are. Never in a reply as it is: some of it is secret.
 */
export const serviceStateSchema = storedRecordSchema.extend({ values: z.record(z.string(), z.unknown()) });

/** What services remember among themselves. */
export type ServiceState = z.infer<typeof serviceStateSchema>;
