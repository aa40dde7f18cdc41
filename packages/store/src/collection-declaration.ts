import type { StoredRecord } from '@vigil/contracts';
import type { z } from 'zod';

/** Names of the collections of records, as the port, the tables and the MongoDB collections call them. */
export const collectionNames = [
  'videos',
  'analyses',
  'incidents',
  'profiles',
  'corrections',
  'cameras',
  'rules',
  'evaluations',
  'jobs',
  'apiKeys',
  'audit',
  'settings',
  'serviceStates',
  'notificationRules',
  'deliveries',
  'reviewMarks',
  'savedViews',
  'labelSets',
] as const;

/** A collection of records. */
export type CollectionName = (typeof collectionNames)[number];

/** Fields of a filter that compare a value; those of time and text are the same in every filter. */
export type FilterKey<Filter> = Exclude<keyof Filter, 'from' | 'before' | 'text'> & string;

/** Where a filter looks. */
export interface FilterField {
  /** Field of the record; `actor.id` is the field `id` of the object in the field `actor`. */
  readonly path: string;
  readonly type: 'text' | 'boolean';
  /** Whether the field is an array, one of whose values must be equal. */
  readonly many: boolean;
}

/** What an adapter has to know of a collection. */
export interface CollectionDeclaration<R extends StoredRecord, Filter> {
  readonly name: CollectionName;
  readonly schema: z.ZodType<R>;
  /** Time that lists are sorted by, then by the order of arrival or id. */
  readonly sortField: 'createdAt' | 'occurredAt';
  /** By the name in the filter. */
  readonly filters: { readonly [Key in FilterKey<Filter>]-?: FilterField };
  /** Fields that no two records share, by path. */
  readonly unique: readonly string[];
  /** Text and arrays of texts whose words `text` of the filter looks in, by path. Empty: there is no such filter. */
  readonly text: readonly string[];
  /** Filters that are often given together, over the index that each filter has for itself. */
  readonly combined: readonly (readonly FilterKey<Filter>[])[];
}

/** A declaration of any collection, for code that treats all alike. */
export interface AnyCollection extends Omit<CollectionDeclaration<StoredRecord, unknown>, 'filters' | 'combined' | 'schema'> {
  readonly schema: z.ZodType<StoredRecord>;
  readonly filters: Readonly<Record<string, FilterField>>;
  readonly combined: readonly (readonly string[])[];
}

/** A field that holds one text. */
export function textField(path: string): FilterField {
  return { path, type: 'text', many: false };
}

/** A field that holds true or false. */
export function booleanField(path: string): FilterField {
  return { path, type: 'boolean', many: false };
}

/** A field that holds an array of texts. */
export function textsField(path: string): FilterField {
  return { path, type: 'text', many: true };
}

/**
 * Lists of filter names that an adapter makes an index for, each to be followed by the sort field and the order of arrival or id:
 * the empty one for lists without a filter, one for each filter, and the combined ones.
 */
export function indexesOf(collection: AnyCollection): readonly (readonly string[])[] {
  return [[], ...Object.keys(collection.filters).map((name) => [name]), ...collection.combined];
}

/** The value at a dotted path; undefined where there is none. */
export function valueAt(record: object, path: string): unknown {
  let value: unknown = record;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  return value;
}
