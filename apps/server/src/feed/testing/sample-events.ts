import type { FeedEvent, IncidentRecord } from '@vigil/contracts';

const stamp = { version: 1, createdAt: '2026-11-23T10:00:00.000Z', updatedAt: '2026-11-23T10:00:00.000Z' };

/** An incident with everything that one must have. */
export function sampleIncident(id: string, changes: Partial<IncidentRecord> = {}): IncidentRecord {
  return {
    id,
    ...stamp,
    analysisId: 'analysis-1',
    videoId: 'video-1',
    sourceId: 'source-1',
    sourceKind: 'video',
    sourceName: 'Yard',
    startSeconds: 12,
    endSeconds: 18,
    peakSeconds: 15,
    decidedSeconds: null,
    startedAt: null,
    occurredAt: stamp.createdAt,
    decidedAt: stamp.createdAt,
    score: 0.9,
    pValue: 0.0001,
    severity: 'warning',
    kinds: ['motion.speed'],
    title: 'Somebody runs',
    baseline: 'self',
    evidence: [],
    boundingBoxes: [],
    tracks: [],
    flowArrows: [],
    skeletons: [],
    keyFrame: null,
    clip: null,
    clipStartSeconds: null,
    profileVersion: null,
    modelVersions: {},
    status: 'new',
    reviewedBy: null,
    reviewedAt: null,
    note: '',
    tags: [],
    caption: null,
    transcript: null,
    assignedTo: null,
    held: false,
    announced: true,
    ...changes,
  };
}

/** A message that an incident is new. @param note Its note, to make it as long as a test needs */
export function incidentEvent(id: string, note = ''): FeedEvent {
  return { topic: 'incident', type: 'new', record: sampleIncident(id, { note }) };
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
