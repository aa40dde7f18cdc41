import type { StoredRecord } from '@vigil/contracts';
import type { Clock } from '../port/clock.ts';
import type { NewRecord } from '../port/record-collection.ts';

/** The time of a clock as records hold it. */
export function timestampOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** Version 1 of a record. */
export function stampNew<R extends StoredRecord>(record: NewRecord<R>, clock: Clock): object {
  const now = timestampOf(clock());
  return { ...record, version: 1, createdAt: now, updatedAt: now };
}

/**
 * The next version of a record: id and creation stay those of the stored one, and `updatedAt` never goes back, even if the clock does.
 */
export function stampNext<R extends StoredRecord>(record: R, stored: StoredRecord, clock: Clock): R {
  const now = timestampOf(clock());
  return {
    ...record,
    id: stored.id,
    version: stored.version + 1,
    createdAt: stored.createdAt,
    updatedAt: now > stored.updatedAt ? now : stored.updatedAt,
  };
}
