import type { IncidentRecord, Video } from '@vigil/contracts';
import type { PlayerSource, SourceChoice } from '../player/player-source.ts';

/** What there is of an incident's footage, best first: the recording, else its clip, else its key frame. */
export function sourcesOfIncident(
  incident: Pick<IncidentRecord, 'id' | 'clip' | 'clipStartSeconds' | 'keyFrame' | 'peakSeconds'>,
  video: Pick<Video, 'id' | 'originalRemoved'>,
): PlayerSource[] {
  const { id, clip, clipStartSeconds, keyFrame, peakSeconds } = incident;
  const base = `/api/v1/incidents/${encodeURIComponent(id)}`;
  return [
    ...sourcesOfVideo(video),
    ...(clip === null ? [] : [{ kind: 'clip' as const, url: `${base}/clip`, startSeconds: clipStartSeconds ?? 0 }]),
    ...(keyFrame === null ? [] : [{ kind: 'picture' as const, url: `${base}/key-frame`, startSeconds: peakSeconds }]),
  ];
}

/** The recording itself, unless it was removed. */
export function sourcesOfVideo({ id, originalRemoved }: Pick<Video, 'id' | 'originalRemoved'>): PlayerSource[] {
  return originalRemoved ? [] : [{ kind: 'original', url: `/api/v1/videos/${encodeURIComponent(id)}/original`, startSeconds: 0 }];
}

/** What is known to be gone before anything is tried. */
export function knownLoss({ originalRemoved }: Pick<Video, 'originalRemoved'>): SourceChoice['lost'] {
  return originalRemoved ? { kind: 'original', why: 'removed' } : null;
}
