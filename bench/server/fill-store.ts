import type { Store } from '@vigil/store';
import { incidentOf } from './incident-records.ts';

const batch = 5000;

/** Puts so many incidents into a store. @returns seconds it took */
export async function fillStore(store: Store, count: number): Promise<number> {
  const startedMs = performance.now();
  for (let from = 0; from < count; from += batch) {
    const records = Array.from({ length: Math.min(batch, count - from) }, (_, index) => incidentOf(from + index));
    await store.importRecords('incidents', records);
  }
  return (performance.now() - startedMs) / 1000;
}
