import type { StoredRecord } from '@vigil/contracts';
import { largestPage } from '@vigil/contracts';
import type { RecordCollection } from '@vigil/store';

/** Every record that passes a filter, oldest first, a page in memory at a time. Removing records meanwhile skips none. */
export async function* oldestFirst<R extends StoredRecord, Filter>(
  collection: Pick<RecordCollection<R, Filter>, 'list'>,
  filter: Filter,
): AsyncGenerator<R> {
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const page = await collection.list({ filter, order: 'oldest-first', limit: largestPage, ...(cursor ? { cursor } : {}) });
    yield* page.items;
    cursor = page.nextCursor;
  }
}
