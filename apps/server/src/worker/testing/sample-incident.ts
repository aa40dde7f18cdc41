import type { Incident } from '@vigil/contracts';

/** An incident as the pipeline decides it, of the size that one of a busy scene has; `changes` are its own. */
export function sampleIncident(changes: Partial<Incident> & Pick<Incident, 'id'>): Incident {
  const box = { left: 0.1, top: 0.2, width: 0.1, height: 0.3 };
  const path = Array.from({ length: 60 }, (_, i) => ({ seconds: 10 + i / 5, box }));
  return {
    sourceId: 'video',
    sourceKind: 'video',
    startSeconds: 10,
    endSeconds: 12,
    peakSeconds: 11,
    decidedSeconds: null,
    startedAt: null,
    score: 0.99,
    pValue: 0.001,
    severity: 'warning',
    kinds: ['motion.speed'],
    title: 'Something moves fast',
    baseline: 'self',
    evidence: [],
    boundingBoxes: [box],
    tracks: [{ trackId: 1, label: 'Person', path }],
    flowArrows: Array.from({ length: 40 }, (_, i) => ({ x: i / 40, y: 0.5, dx: 0.1, dy: 0.2 })),
    skeletons: [],
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
