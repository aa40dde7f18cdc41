/** A document as it lies in a collection: `_id` is the record's id, other fields are the record's, those with `_` first are ours. */
export interface StoredDocument {
  readonly _id: string;
  readonly [field: string]: unknown;
}

/** What stands for characters that MongoDB gives a meaning in the name of a field, and for the sign that announces them. */
const escapes: readonly (readonly [character: string, escape: string])[] = [
  ['%', '%25'],
  ['.', '%2E'],
  ['$', '%24'],
  ['\0', '%00'],
];

/**
 * A record as a document: `id` becomes `_id`, and any JSON can be stored because names of fields are escaped at every depth.
 *
 * @param extra Fields for queries and removal; their names begin with `_` and a record has none such at its top.
 */
export function toDocument(record: { readonly id: string }, extra: Readonly<Record<string, unknown>> = {}): StoredDocument {
  const { id, ...fields } = record;
  return { _id: id, ...(escapeKeys(fields) as Record<string, unknown>), ...extra };
}

/** The record that {@link toDocument} made a document of. */
export function fromDocument(document: StoredDocument): { id: string } & Record<string, unknown> {
  const fields = Object.entries(document).filter(([name]) => !name.startsWith('_') || name === '__proto__');
  return { id: document._id, ...(unescapeKeys(Object.fromEntries(fields)) as Record<string, unknown>) };
}

/** A value whose names of fields are safe at every depth. */
export function escapeKeys(value: unknown): unknown {
  return renameKeys(value, escapeKey);
}

/** The name of a field as it is stored. */
export function escapeKey(name: string): string {
  if (!/[%.$\0]/.test(name)) return name;
  return escapes.reduce((escaped, [character, escape]) => escaped.replaceAll(character, escape), name);
}

function unescapeKeys(value: unknown): unknown {
  return renameKeys(value, (name) =>
    name.includes('%') ? escapes.reduceRight((plain, [character, escape]) => plain.replaceAll(escape, character), name) : name,
  );
}

function renameKeys(value: unknown, rename: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => renameKeys(item, rename));
  if (typeof value !== 'object' || value === null) return value;
  // A field named __proto__ is data like any other: entries keep it one, assignment would not.
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [rename(name), renameKeys(item, rename)]));
}
