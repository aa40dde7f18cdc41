import { openSqliteStore } from '@vigil/store';
import { incidentOf } from '../server/incident-records.ts';
import { stamped } from './stamp.ts';

// Appends to the feed of a store as a worker does, from a process of its own.
const { STORE_FILE: file = '', EVERY_MS: everyMs } = process.env;
const store = await openSqliteStore({ file });
const startedMs = performance.now();
let count = 0;
setInterval(() => {
  // on a busy machine timers come late: what is due now is written; what falls due meanwhile waits, or the loop would never end
  for (const due = (performance.now() - startedMs) / Number(everyMs); count < due;) {
    count += 1;
    const now = new Date().toISOString();
    const record = { ...incidentOf(count), version: 1, createdAt: now, updatedAt: now, note: stamped() };
    void store.events.append([{ topic: 'incident', type: 'new', record }]);
  }
}, Number(everyMs));
process.send?.({ addresses: { api: 'none' } });
process.on('SIGTERM', () => process.exit(0));
// ends with the benchmark, however that ends
process.on('disconnect', () => process.exit(0));
