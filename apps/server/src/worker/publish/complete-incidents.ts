import { isDeepStrictEqual } from 'node:util';
import type { FeedEvent, Incident, IncidentRecord } from '@vigil/contracts';
import type { Store } from '@vigil/store';
import { removeMarksOf } from '../../incidents/review-marks.ts';
import { type IncidentOrigin, isTouched, refreshedIncident } from './incident-record.ts';

/** Messages that are appended together. */
const atOnce = 100;

/**
 * Brings the incidents of an analysis, announced before, to what it says in the end: with key frames and clips. Then, where it is the
 * last analysis of its video, takes away those that earlier ones raised and this one does not, but for those that people have touched.
 */
export async function completeIncidents(store: Store, incidents: readonly Incident[], origin: IncidentOrigin): Promise<void> {
  const events: FeedEvent[] = [];
  const tell = async (event: FeedEvent | null): Promise<void> => {
    if (event) events.push(event);
    if (events.length >= atOnce || event === null) await store.events.append(events.splice(0));
  };
  for (const incident of incidents) {
    const record = await refresh(store, incident, origin);
    if (record) await tell({ topic: 'incident', type: 'update', record });
  }
  const current = new Set(incidents.map(({ id }) => id));
  const video = await store.videos.get(origin.video.id);
  const isLatest = video?.latestAnalysisId === origin.analysisId;
  for await (const record of isLatest ? incidentsOfVideo(store, origin.video.id) : []) {
    if (current.has(record.id) || record.analysisId === origin.analysisId || isTouched(record)) continue;
    if (!(await store.incidents.remove(record.id))) continue;
    await removeMarksOf(store, [record.id]);
    await tell({ topic: 'incident', type: 'end', record });
  }
  await tell(null);
}

/** The record where it changed; null where it was so before. */
async function refresh(store: Store, incident: Incident, origin: IncidentOrigin): Promise<IncidentRecord | null> {
  let isChanged = false;
  const record = await store.incidents.update(incident.id, (known) => {
    const refreshed = refreshedIncident(known, incident, origin);
    isChanged = !isDeepStrictEqual(refreshed, known);
    return isChanged ? refreshed : null;
  });
  return isChanged ? record : null;
}

async function* incidentsOfVideo(store: Store, videoId: string): AsyncGenerator<IncidentRecord> {
  let cursor: string | undefined;
  do {
    const page = await store.incidents.list({ filter: { videoId }, limit: 100, ...(cursor === undefined ? {} : { cursor }) });
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
