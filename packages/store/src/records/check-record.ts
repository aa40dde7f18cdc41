import { VigilError, type StoredRecord } from '@vigil/contracts';
import type { z } from 'zod';
import type { CollectionName } from '../collection-declaration.ts';
import { plainJson } from './plain-json.ts';

/**
 * The record as it is stored: of its schema, without fields that the schema does not know, and of plain JSON, so that every adapter
 * gives back exactly what it was given. Half characters (lone surrogates) are replaced by U+FFFD, as UTF-8 has none.
 *
 * @throws VigilError `bad-request` naming the first fields that are wrong; a number that is not finite is wrong
 */
export function checkRecord<R extends StoredRecord>(collection: CollectionName, schema: z.ZodType<R>, record: unknown): R {
  const parsed = schema.safeParse(record);
  if (!parsed.success) {
    const faults = parsed.error.issues
      .slice(0, 5)
      .map((issue) => `${issue.path.map(String).join('.') || 'record'}: ${issue.message}`);
    throw new VigilError('bad-request', `this is no record of ${collection}: ${faults.join('; ')}`, { collection, faults });
  }
  // Records are objects of JSON values, so that their plain copy has the same type.
  return plainJson(parsed.data, collection) as R;
}
