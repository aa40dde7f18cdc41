import { createHash } from 'node:crypto';
import { type ReviewedChange, type ReviewedResult, type ReviewMark, VigilError } from '@vigil/contracts';
import type { Store } from '@vigil/store';

type MarkStore = Pick<Store, 'reviewMarks'>;

/** Marks that are read and removed together. */
const atOnce = 200;

/** One mark a person and incident, whatever their ids look like. */
function markId(userId: string, incidentId: string): string {
  return createHash('sha256').update(`${userId}\n${incidentId}`).digest('hex');
}

/** Those of at most 1000 incidents that a person is done with. */
export async function reviewedAmong(
  { reviewMarks }: MarkStore,
  userId: string,
  incidentIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const marks = await reviewMarks.getMany(incidentIds.map((id) => markId(userId, id)));
  return new Set(marks.map(({ incidentId }) => incidentId));
}

/** Marks incidents as seen and done by a person, or takes the marks away; doing so again changes nothing. */
export async function markReviewed(
  store: MarkStore & Pick<Store, 'incidents'>,
  userId: string,
  { ids, reviewed }: ReviewedChange,
): Promise<ReviewedResult> {
  const unique = [...new Set(ids)];
  const known = new Set((await store.incidents.getMany(unique)).map(({ id }) => id));
  const marked = reviewed ? unique.filter((id) => known.has(id)) : unique;
  for (const incidentId of marked) {
    const id = markId(userId, incidentId);
    if (reviewed) await addMark(store, { id, userId, incidentId });
    else await store.reviewMarks.remove(id);
  }
  return { ids: unique.filter((id) => known.has(id)), missing: unique.filter((id) => !known.has(id)) };
}

/** Removes the marks of incidents that are removed themselves. */
export async function removeMarksOf(store: MarkStore, incidentIds: Iterable<string>): Promise<void> {
  for (const incidentId of incidentIds) await removeMarks(store, { incidentId });
}

/** Removes the marks of a person who is removed. */
export async function removeMarksBy(store: MarkStore, userId: string): Promise<void> {
  await removeMarks(store, { userId });
}

async function removeMarks(
  { reviewMarks }: MarkStore,
  filter: { readonly userId: string } | { readonly incidentId: string },
): Promise<void> {
  for (;;) {
    const { items } = await reviewMarks.list({ limit: atOnce, filter });
    for (const { id } of items) await reviewMarks.remove(id);
    if (items.length < atOnce) return;
  }
}

async function addMark({ reviewMarks }: MarkStore, mark: Pick<ReviewMark, 'id' | 'userId' | 'incidentId'>): Promise<void> {
  try {
    await reviewMarks.insert(mark);
  } catch (error) {
    // marked already
    if (!(error instanceof VigilError && error.code === 'conflict')) throw error;
  }
}
