import { join } from 'node:path';
import type { IncidentRecord } from '@vigil/contracts';
import { openSqliteStore } from '@vigil/store';
import { incidentOf } from '../../bench/server/incident-records.ts';

const batch = 5000;

/** Puts incidents into the store of a data folder before the services start; they have no pictures. */
export async function addIncidents(folder: string, count: number): Promise<void> {
  await using store = await openSqliteStore({ file: join(folder, 'vigil.sqlite') });
  for (let from = 0; from < count; from += batch) {
    const records = Array.from({ length: Math.min(batch, count - from) }, (_, index): IncidentRecord => {
      const incident = incidentOf(from + index);
      return {
        ...incident,
        status: 'new',
        title: `a fall at the gate, number ${from + index}`,
        keyFrame: null,
        clip: null,
        clipStartSeconds: null,
      };
    });
    await store.importRecords('incidents', records);
  }
}
