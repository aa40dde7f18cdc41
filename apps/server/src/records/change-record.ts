import { type StoredRecord, VigilError } from '@vigil/contracts';
import type { RecordCollection } from '@vigil/store';

/** A record that was to be changed. */
export interface RecordChange<R> {
  readonly record: R;
  /** False where it had all those values already. */
  readonly changed: boolean;
}

/**
 * Changes a record, whatever else changes it meanwhile.
 *
 * @param madeOn Version that the change was made on; undefined for whatever is stored.
 * @param change Returns the changed record; null leaves it as it is.
 * @throws VigilError `conflict` where another version is stored, `not-found`, and what `change` throws
 */
export async function changeRecord<R extends StoredRecord, Filter>(
  collection: RecordCollection<R, Filter>,
  id: string,
  madeOn: number | undefined,
  change: (record: R) => R | null,
): Promise<RecordChange<R>> {
  let changed = false;
  const record = await collection.update(id, (found) => {
    if (madeOn !== undefined && found.version !== madeOn) {
      const text = `Version ${madeOn} was to be changed, and version ${found.version} is stored; read it again`;
      throw new VigilError('conflict', text, { id, version: found.version, madeOn });
    }
    const next = change(found);
    changed = next !== null;
    return next;
  });
  return { record, changed };
}

/**
 * A record with some of its fields replaced; null where all of them are as they were.
 *
 * @param values Fields that are undefined stay.
 */
export function withValues<R extends object>(
  record: R,
  values: { readonly [Field in keyof R]?: R[Field] | undefined },
): R | null {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  const differs = given.some(([field, value]) => JSON.stringify(record[field as keyof R]) !== JSON.stringify(value));
  return differs ? { ...record, ...Object.fromEntries(given) } : null;
}
