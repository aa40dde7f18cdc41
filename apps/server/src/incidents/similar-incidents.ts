import type { IncidentRecord, SimilarIncidents } from '@vigil/contracts';
import type { ServerContext } from '../server-context.ts';
import { summaryOf } from './list-incidents.ts';
import { reviewedAmong } from './review-marks.ts';

/** Incidents that one is compared with: the newest. Each is read whole, about 5 kB. */
const mostCompared = 5000;
const pageSize = 200;

/**
 * The incidents whose strangest thing looks most like that of one, by the cosine between the object detector's features. Every
 * answer has a best match; how good it is, `similarity` tells.
 */
export async function similarIncidents(
  { store }: Pick<ServerContext, 'store'>,
  userId: string,
  incident: IncidentRecord,
  limit: number,
): Promise<SimilarIncidents> {
  const looks = looksOf(incident);
  if (looks === null)
    return { items: [], compared: 0, complete: true, reason: 'Nothing that moves was looked at in this incident' };
  const best: { readonly incident: IncidentRecord; readonly similarity: number }[] = [];
  let compared = 0;
  let cursor: string | undefined;
  do {
    const page = await store.incidents.list({ limit: pageSize, cursor });
    for (const other of page.items) {
      const vector = other.id === incident.id ? null : looksOf(other);
      if (vector === null) continue;
      compared += 1;
      best.push({ incident: other, similarity: cosine(looks, vector) });
    }
    best.sort((a, b) => b.similarity - a.similarity);
    best.length = Math.min(best.length, limit);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && compared < mostCompared);
  const reviewed = await reviewedAmong(
    store,
    userId,
    best.map((found) => found.incident.id),
  );
  return {
    items: best.map((found) => ({
      incident: summaryOf(found.incident, reviewed.has(found.incident.id)),
      similarity: found.similarity,
    })),
    compared,
    complete: cursor === undefined,
    reason: null,
  };
}

/** Records from before looks were kept have none. */
function looksOf({ appearance }: Pick<IncidentRecord, 'appearance'>): Int8Array | null {
  return appearance ? new Int8Array(Buffer.from(appearance, 'base64')) : null;
}

function cosine(a: Int8Array, b: Int8Array): number {
  let [dot, squaresA, squaresB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    dot += a[i] * (b[i] ?? 0);
    squaresA += a[i] * a[i];
    squaresB += (b[i] ?? 0) ** 2;
  }
  const lengths = Math.sqrt(squaresA * squaresB);
  return lengths === 0 ? 0 : Math.min(1, Math.max(-1, dot / lengths));
}
