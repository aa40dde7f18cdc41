import { VigilError, type StoredRecord } from '@vigil/contracts';
import type { z } from 'zod';
import type { CollectionName } from '../collection-declaration.ts';

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
  return plainCopy(parsed.data, collection, '') as R;
}

function plainCopy(value: unknown, collection: CollectionName, path: string): unknown {
  switch (typeof value) {
    case 'string':
      return value.toWellFormed();
    case 'boolean':
      return value;
    case 'number':
      if (Number.isFinite(value)) return value === 0 ? 0 : value;
      throw notJson(collection, path, String(value));
    case 'object':
      if (value === null) return null;
      if (Array.isArray(value)) return value.map((item, index) => plainCopy(item, collection, `${path}.${index}`));
      return plainObject(value, collection, path);
    default:
      throw notJson(collection, path, typeof value);
  }
}

function plainObject(value: object, collection: CollectionName, path: string): object {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw notJson(collection, path, value.constructor.name);
  // `fromEntries` defines keys such as `__proto__` as plain fields.
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key.toWellFormed(), plainCopy(item, collection, `${path}.${key}`)]),
  );
}

function notJson(collection: CollectionName, path: string, what: string): VigilError {
  const field = path.slice(1) || 'record';
  return new VigilError('bad-request', `this is no record of ${collection}: ${field}: ${what} is no value of JSON`, {
    collection,
  });
}
