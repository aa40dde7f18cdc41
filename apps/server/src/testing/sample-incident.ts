import type { Incident, IncidentRecord } from '@vigil/contracts';
import type { NewRecord } from '@vigil/store';

const at = '2026-11-23T10:00:00.000Z';
const box = { left: 0.1, top: 0.2, width: 0.1, height: 0.3 };
const path = Array.from({ length: 60 }, (_, index) => ({ seconds: 10 + index / 5, box }));

/** What makes an incident as large as one of a busy scene is. */
export const busyScene: Pick<Incident, 'boundingBoxes' | 'tracks' | 'flowArrows'> = {
  boundingBoxes: [box],
  tracks: [{ trackId: 1, label: 'Person', path }],
  flowArrows: Array.from({ length: 40 }, (_, index) => ({ x: index / 40, y: 0.5, dx: 0.1, dy: 0.2 })),
};

/** An incident as the pipeline decides it; `changes` are its own. */
export function sampleIncident(id: string, changes: Partial<Incident> = {}): Incident {
  return {
    id,
    sourceId: 'source-1',
    sourceKind: 'video',
    startSeconds: 10,
    endSeconds: 14,
    peakSeconds: 12,
    decidedSeconds: null,
    startedAt: null,
    score: 0.9,
    pValue: 0.001,
    severity: 'warning',
    kinds: ['motion.speed'],
    title: 'Somebody runs',
    baseline: 'self',
    evidence: [],
    boundingBoxes: [],
    tracks: [],
    flowArrows: [],
    skeletons: [],
    appearance: null,
    keyFrame: null,
    clip: null,
    clipStartSeconds: null,
    profileVersion: null,
    modelVersions: {},
    status: 'new',
    reviewedBy: null,
    note: '',
    tags: [],
    ...changes,
  };
}

/** An incident as it is put into a store. */
export function sampleNewIncident(id: string, changes: Partial<IncidentRecord> = {}): NewRecord<IncidentRecord> {
  return {
    ...sampleIncident(id),
    analysisId: 'analysis-1',
    videoId: 'video-1',
    sourceName: 'Yard',
    occurredAt: at,
    decidedAt: at,
    caption: null,
    transcript: null,
    reviewedAt: null,
    assignedTo: null,
    held: false,
    announced: true,
    ...changes,
  };
}

/** An incident as a store has it. */
export function sampleIncidentRecord(id: string, changes: Partial<IncidentRecord> = {}): IncidentRecord {
  return { ...sampleNewIncident(id), version: 1, createdAt: at, updatedAt: at, ...changes };
}
