import type { Document } from 'mongodb';
import { escapeKeys, unescapeKeys } from '../records/document-keys.ts';

/** A document as it lies in a collection: `_id` is the record's id, other fields are the record's, those with `_` first are ours. */
export interface StoredDocument extends Document {
  readonly _id: string;
}

/**
 * A record as a document: `id` becomes `_id`, and names of fields are escaped at every depth, so that any JSON can be stored.
 *
 * @param extra Fields for queries and removal; their names begin with `_`, and no record has such at its top.
 */
export function toDocument(record: { readonly id: string }, extra: Readonly<Record<string, unknown>> = {}): StoredDocument {
  const { id, ...fields } = record;
  return { ...(escapeKeys(fields) as Record<string, unknown>), ...extra, _id: id };
}

/** The record that {@link toDocument} made a document of. */
export function fromDocument(document: StoredDocument): Record<string, unknown> & { id: string } {
  const fields = Object.entries(document).filter(([name]) => !name.startsWith('_'));
  return { id: document._id, ...(unescapeKeys(Object.fromEntries(fields)) as Record<string, unknown>) };
}
