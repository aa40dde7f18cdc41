import type { FeedEvent } from '@vigil/contracts';
import { sampleIncidentRecord } from '../../testing/sample-incident.ts';

const stamp = { version: 1, createdAt: '2026-11-23T10:00:00.000Z', updatedAt: '2026-11-23T10:00:00.000Z' };

/** A message that an incident is new. @param note Its note, to make it as long as a test needs */
export function incidentEvent(id: string, note = ''): FeedEvent {
  return { topic: 'incident', type: 'new', record: sampleIncidentRecord(id, { note }) };
}

/** A message about a job. */
export function jobEvent(id: string, type: 'new' | 'update' | 'end', mediaSeconds = 0): FeedEvent {
  return {
    topic: 'job',
    type,
    record: {
      id,
      ...stamp,
      type: 'make-previews',
      payload: { type: 'make-previews', videoId: 'video-1' },
      state: type === 'end' ? 'done' : 'leased',
      priority: 0,
      fairnessKey: 'test',
      turn: 0,
      idempotencyKey: id,
      subjectId: 'video-1',
      paused: false,
      cancelRequested: false,
      notBefore: stamp.createdAt,
      attempts: 1,
      maxAttempts: 3,
      attemptLog: [],
      leaseOwner: 'worker',
      leaseExpiresAt: null,
      progress: { stage: 'read', mediaSeconds, totalSeconds: 100, timesRealTime: 3, secondsLeft: null },
      checkpointSeconds: null,
      error: null,
      endedAt: null,
    },
  };
}
