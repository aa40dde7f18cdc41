import type { Page, PageQuery, StoredRecord } from '@vigil/contracts';

/** A record before the store gives it its version and times. */
export type NewRecord<R extends StoredRecord> = Omit<R, 'version' | 'createdAt' | 'updatedAt'>;

/** Order of a list by the collection's time or id. */
export type ListOrder = 'newest-first' | 'oldest-first';

/** What a list is asked for. */
export interface ListRequest<Filter> extends PageQuery {
  readonly filter?: Filter | undefined;
  /** `newest-first` where left out. */
  readonly order?: ListOrder | undefined;
}

/**
 * Records of one sort. Every method throws VigilError `store-unavailable` where the database cannot be reached, and leaves
 * nothing half done.
 */
export interface RecordCollection<R extends StoredRecord, Filter> {
  /** The record of an id; null where there is none. */
  get(id: string): Promise<R | null>;
  /** The records of at most 1000 ids, in their order, without those that are missing. */
  getMany(ids: readonly string[]): Promise<R[]>;
  /** Adds a record with version 1. @throws VigilError `conflict` where the id or a unique field is taken */
  insert(record: NewRecord<R>): Promise<R>;
  /**
   * Replaces a record whose stored version is `record.version`; the answer carries the next version.
   *
   * @throws VigilError `conflict` where it was changed meanwhile, `not-found` where it is gone
   */
  replace(record: R): Promise<R>;
  /**
   * Reads, changes and replaces, again and again until no other change comes in between.
   *
   * @param change Returns the changed record; null leaves it as it is.
   * @throws VigilError `not-found`, and what `change` throws
   */
  update(id: string, change: (record: R) => R | null): Promise<R>;
  /** Removes a record. False where there was none. */
  remove(id: string): Promise<boolean>;
  /** One page. @throws VigilError `bad-request` for a cursor that is none of this list */
  list(request: ListRequest<Filter>): Promise<Page<R>>;
  /** How many records pass the filter, counted up to `limit`. */
  count(filter: Filter, limit: number): Promise<number>;
}
