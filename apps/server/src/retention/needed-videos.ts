import type { JobPayload } from '@vigil/contracts';
import type { Store } from '@vigil/store';
import { oldestFirst } from './pages.ts';

/** Ids of the videos that jobs need which are queued or at work. */
export async function neededVideos(store: Store): Promise<Set<string>> {
  const needed = new Set<string>();
  for (const state of ['queued', 'leased'] as const) {
    for await (const { payload } of oldestFirst(store.jobs, { state })) {
      for (const id of await videosOf(store, payload)) needed.add(id);
    }
  }
  return needed;
}

async function videosOf(store: Store, payload: JobPayload): Promise<string[]> {
  switch (payload.type) {
    case 'analyse-video':
    case 'make-previews':
      return [payload.videoId];
    case 'learn-profile':
      return payload.footage.map(({ videoId }) => videoId);
    case 'preview-correction': {
      const correction = await store.corrections.get(payload.correctionId);
      const incidents = await store.incidents.getMany(correction?.incidentIds ?? []);
      return incidents.map(({ videoId }) => videoId);
    }
    case 'evaluate': {
      const labelSetId = (await store.evaluations.get(payload.evaluationId))?.labelSetId ?? null;
      const set = labelSetId === null ? null : await store.labelSets.get(labelSetId);
      return set?.clips.map(({ videoId }) => videoId) ?? [];
    }
    case 'apply-retention':
    case 'build-model':
      return [];
  }
}
