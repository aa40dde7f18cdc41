import { z } from 'zod';
import { recordIdSchema } from '../records/stored-record.ts';

/** Path parameter of everything that is one record. */
export const recordParamsSchema = z.object({ id: recordIdSchema });

/** The version that a change was made on; another stored version is a conflict. Left out, the change is made on whatever is stored. */
export const madeOnSchema = z.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional();
