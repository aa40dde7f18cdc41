import { type Job, largestPage, VigilError } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';

const unended = ['queued', 'leased'] as const;

/**
 * Removes a profile with all its revisions and corrections.
 *
 * @throws VigilError `not-found`, `conflict` while a job or a camera uses it
 */
export async function removeProfile(
  { store, media, audit }: ServerContext,
  { id, request }: { readonly id: string; readonly request: FastifyRequest },
): Promise<void> {
  const { name } = await requireRecord(store.profiles, 'profile', id);
  await refuseUsed(store, id, name);
  for (;;) {
    const { items } = await store.corrections.list({ limit: largestPage, filter: { profileId: id } });
    if (items.length === 0) break;
    for (const correction of items) await store.corrections.remove(correction.id);
  }
  await media.remove(`profiles/${id.toLowerCase()}`);
  if (await store.profiles.remove(id)) {
    await audit.enter(request, { action: 'profile.remove', target: `profile:${id}`, details: { name } });
  }
}

async function refuseUsed(store: ServerContext['store'], id: string, name: string): Promise<void> {
  for (const state of unended) {
    const { items } = await store.jobs.list({ limit: 1, filter: { state, subjectId: id } });
    if (items.length > 0) throw usedBy(name, `the job ${items[0].id}`);
    const analysing = await firstPage(
      (cursor) => store.jobs.list({ limit: largestPage, cursor, filter: { state, type: 'analyse-video' } }),
      async (jobs) => {
        const analyses = await store.analyses.getMany(jobs.flatMap(analysisOf));
        return analyses.find((analysis) => analysis.profileId === id);
      },
    );
    if (analysing !== undefined) throw usedBy(name, `the analysis ${analysing.id}`);
  }
  const camera = await firstPage(
    (cursor) => store.cameras.list({ limit: largestPage, cursor }),
    async (cameras) => cameras.find((found) => found.profileId === id),
  );
  if (camera !== undefined) throw usedBy(name, `the camera ${camera.name}`);
}

function usedBy(name: string, user: string): VigilError {
  return new VigilError('conflict', `The profile ${name} is used by ${user}`, { usedBy: user });
}

function analysisOf({ payload }: Job): string[] {
  return payload.type === 'analyse-video' ? [payload.analysisId] : [];
}

/** What the first page has that has any. */
async function firstPage<Item, Found>(
  list: (cursor: string | undefined) => Promise<{ readonly items: readonly Item[]; readonly nextCursor: string | null }>,
  find: (items: readonly Item[]) => Promise<Found | undefined>,
): Promise<Found | undefined> {
  let cursor: string | undefined;
  for (;;) {
    const { items, nextCursor } = await list(cursor);
    const found = await find(items);
    if (found !== undefined || nextCursor === null) return found;
    cursor = nextCursor;
  }
}
