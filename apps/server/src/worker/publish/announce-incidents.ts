import { type Incident, type IncidentRecord, VigilError } from '@vigil/contracts';
import type { Store } from '@vigil/store';
import { type IncidentOrigin, newIncidentRecord } from './incident-record.ts';

/** Incidents that are stored before the feed is told of them: few enough that the first are not kept waiting. */
const atOnce = 10;

/**
 * Stores incidents that are not known yet and tells the feed `new` of every one that it has not told of, first things first: the mark
 * that it was told comes after all messages. Whoever is cut off in between leaves incidents without the mark, and the next attempt
 * makes up for it; a message may then come twice, none is missed.
 *
 * @param requireHeld Throws where the job is not this worker's any more.
 */
export async function announceIncidents(
  store: Store,
  incidents: readonly Incident[],
  origin: IncidentOrigin,
  requireHeld: () => void,
): Promise<void> {
  const told: IncidentRecord[] = [];
  for (let first = 0; first < incidents.length; first += atOnce) {
    const some = incidents.slice(first, first + atOnce);
    const known = new Map((await store.incidents.getMany(some.map(({ id }) => id))).map((record) => [record.id, record]));
    requireHeld();
    const waiting: IncidentRecord[] = [];
    for (const incident of some) {
      const record = known.get(incident.id) ?? (await insertIncident(store, incident, origin));
      if (!record.announced) waiting.push(record);
    }
    await store.events.append(waiting.map((record) => ({ topic: 'incident', type: 'new', record })));
    told.push(...waiting);
  }
  for (const { id } of told) {
    await store.incidents.update(id, (record) => (record.announced ? null : { ...record, announced: true }));
  }
}

async function insertIncident(store: Store, incident: Incident, origin: IncidentOrigin): Promise<IncidentRecord> {
  try {
    return await store.incidents.insert(newIncidentRecord(incident, origin));
  } catch (error) {
    const found = error instanceof VigilError && error.code === 'conflict' ? await store.incidents.get(incident.id) : null;
    if (found === null) throw error;
    return found;
  }
}
