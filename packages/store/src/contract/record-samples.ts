import type { ApiKey, AuditEntry, EvaluationRecord, IncidentRecord, Rule, Video } from '@vigil/contracts';
import type { NewRecord } from '../port/record-collection.ts';

/** A rule to be stored. */
export function newRule(id: string, changes: Partial<Rule> = {}): NewRecord<Rule> {
  return {
    id,
    sentence: 'somebody climbs over the fence',
    enabled: true,
    sourceIds: [],
    severity: 'warning',
    budgetIncidentsPerDay: 1,
    createdBy: 'user-1',
    ...changes,
  };
}

/** An evaluation to be stored. */
export function newEvaluation(id: string): NewRecord<EvaluationRecord> {
  return {
    id,
    dataset: 'falls',
    jobId: 'job-1',
    budgetIncidentsPerDay: null,
    labelSetId: null,
    labels: null,
    state: 'queued',
    error: null,
    figures: {},
    reportKey: null,
    requestedBy: 'user-1',
  };
}

/** A video to be stored. */
export function newVideo(id: string, changes: Partial<Video> = {}): NewRecord<Video> {
  return {
    id,
    name: 'entrance.mp4',
    sourceId: null,
    state: 'stored',
    problem: null,
    sha256: 'ab'.repeat(32),
    sizeBytes: 1000,
    mediaType: 'video/mp4',
    durationSeconds: 10,
    width: 640,
    height: 360,
    framesPerSecond: 25,
    codec: 'h264',
    hasAudio: false,
    uploadedBy: 'user-1',
    latestAnalysisId: null,
    held: false,
    originalRemoved: false,
    ...changes,
  };
}

/** An API key to be stored. */
export function newApiKey(id: string, changes: Partial<ApiKey> = {}): NewRecord<ApiKey> {
  return {
    id,
    name: 'script',
    prefix: 'vgl_abc',
    hash: `hash of ${id}`,
    scopes: ['read'],
    ownerId: 'user-1',
    expiresAt: null,
    lastUsedAt: null,
    revokedAt: null,
    ...changes,
  };
}

/** An audit entry to be stored. */
export function newAuditEntry(id: string, changes: Partial<AuditEntry> = {}): NewRecord<AuditEntry> {
  return {
    id,
    actor: { kind: 'user', id: 'user-1', name: 'Ada' },
    action: 'incident.confirm',
    target: 'incident:i1',
    outcome: 'done',
    details: {},
    requestId: null,
    ipAddress: null,
    ...changes,
  };
}

/** An incident to be stored, with evidence, boxes and a track, as the pipeline makes them. */
export function newIncident(id: string, changes: Partial<IncidentRecord> = {}): NewRecord<IncidentRecord> {
  return {
    id,
    sourceId: 'camera-1',
    sourceKind: 'video',
    startSeconds: 10.5,
    endSeconds: 14,
    peakSeconds: 12,
    decidedSeconds: 13,
    startedAt: null,
    score: 0.9,
    pValue: 0.0001,
    severity: 'warning',
    kinds: ['motion.speed'],
    title: 'Something is faster than usual',
    baseline: 'self',
    evidence: [
      {
        modality: 'motion',
        state: 'used',
        pValue: 0.0001,
        share: 1,
        summary: 'Faster than ever seen here.',
        peakSeconds: 12,
        nearestNormal: [{ source: 'entrance.mp4', seconds: 3, distance: 2.5 }],
        details: { 'speed.p99': 1.5, $unit: 'widths a second', isRare: true },
      },
    ],
    boundingBoxes: [{ left: 0.1, top: 0.2, width: 0.3, height: 0.4 }],
    tracks: [{ trackId: 1, label: 'person', path: [{ seconds: 12, box: { left: 0.1, top: 0.2, width: 0.3, height: 0.4 } }] }],
    flowArrows: [{ x: 0.5, y: 0.5, dx: 0.1, dy: 0 }],
    skeletons: [],
    keyFrame: 'key-frame.jpg',
    clip: null,
    clipStartSeconds: null,
    profileVersion: null,
    modelVersions: { 'pose.tflite': '1' },
    status: 'new',
    reviewedBy: null,
    note: '',
    tags: [],
    analysisId: 'analysis-1',
    videoId: 'video-1',
    sourceName: 'entrance.mp4',
    occurredAt: '2026-03-01T10:00:00.000Z',
    decidedAt: '2026-03-01T10:00:00.000Z',
    caption: null,
    transcript: null,
    reviewedAt: null,
    assignedTo: null,
    held: false,
    announced: true,
    ...changes,
  };
}
