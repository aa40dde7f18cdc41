import { incidentKinds, type IncidentRecord } from '@vigil/contracts';

const severities = ['info', 'warning', 'critical'] as const;
const places = ['gate', 'yard', 'stairs', 'hall', 'lift', 'dock', 'ward', 'lobby'];
const happenings = [
  'somebody runs',
  'a bag is left',
  'a fall',
  'a loud bang',
  'a vehicle where none drives',
  'the picture is covered',
];
/** Milliseconds between two incidents. */
const stepMs = 5000;
const firstMs = Date.UTC(2026, 0, 1);

/** A number from 0 to `count` − 1 that looks random and is the same for the same arguments. */
function pick(index: number, salt: number, count: number): number {
  let hash = Math.imul(index ^ Math.imul(salt, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % count;
}

/** The incident of a number: 200 sources, all kinds, one in three reviewed, in order of time. */
export function incidentOf(index: number): IncidentRecord {
  const at = new Date(firstMs + index * stepMs).toISOString();
  const source = pick(index, 1, 200);
  const place = places[source % places.length];
  const id = `incident-${String(index).padStart(9, '0')}`;
  const startSeconds = pick(index, 2, 3600);
  return {
    id,
    version: 1,
    createdAt: at,
    updatedAt: at,
    analysisId: `analysis-${Math.floor(index / 40)}`,
    videoId: `video-${Math.floor(index / 40)}`,
    sourceId: `source-${source}`,
    sourceKind: 'video',
    sourceName: `${place} ${source}`,
    occurredAt: at,
    decidedAt: at,
    startSeconds,
    endSeconds: startSeconds + 4,
    peakSeconds: startSeconds + 2,
    decidedSeconds: startSeconds + 1,
    startedAt: null,
    score: 0.99,
    pValue: 1e-5,
    severity: severities[Math.min(2, pick(index, 3, 10) >> 2)],
    kinds: [incidentKinds[pick(index, 4, incidentKinds.length)]],
    title: `${happenings[pick(index, 5, happenings.length)]} at the ${place}`,
    baseline: 'profile',
    evidence: [
      {
        modality: 'motion',
        state: 'used',
        pValue: 1e-5,
        share: 1,
        summary: 'It moves 4.1 times as fast as anything before at this place.',
        peakSeconds: startSeconds + 2,
        nearestNormal: [{ source: 'normal.mp4', seconds: 12, distance: 3.1 }],
        details: { heightsPerSecond: 1.9 },
      },
    ],
    boundingBoxes: [{ left: 0.2, top: 0.4, width: 0.1, height: 0.3 }],
    tracks: [],
    flowArrows: [],
    skeletons: [],
    appearance: null,
    keyFrame: `${id}.jpg`,
    clip: `${id}.mp4`,
    clipStartSeconds: startSeconds,
    profileVersion: '0123456789ab',
    modelVersions: { 'object-detector': '1' },
    status: (['new', 'new', 'new', 'new', 'confirmed', 'dismissed'] as const)[pick(index, 6, 6)],
    reviewedBy: null,
    note: pick(index, 7, 50) === 0 ? `seen by the night watch, ticket ${index}` : '',
    tags: pick(index, 8, 20) === 0 ? ['night'] : [],
    caption: null,
    transcript: null,
    reviewedAt: null,
    assignedTo: null,
    held: false,
    announced: true,
  };
}

/** Wall clock of the incident of a number, ISO 8601. */
export function momentOf(index: number): string {
  return new Date(firstMs + index * stepMs).toISOString();
}
