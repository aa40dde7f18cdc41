import type { Evidence, Incident, IncidentTrack, Modality, Skeleton } from '@vigil/contracts';
import { sampleEvidence, sampleRuleEvidence } from './sample-evidence.ts';

/** Six made-up incidents in order of time: of tracks, a body, motion, sound and the camera. */
export function sampleIncidents(durationSeconds: number): Incident[] {
  const at = (share: number): number => Math.round(durationSeconds * share * 10) / 10;
  const left = sampleIncident('left', at(0.16), 6.2, 'critical', ['object.left'], 'A bag was left behind beside the blue box');
  const run = sampleIncident(
    'run',
    at(0.45),
    2.4,
    'warning',
    ['motion.speed', 'motion.direction'],
    'Someone runs across the hall against the usual way',
  );
  const stay = sampleIncident('stay', at(0.82), 5, 'info', ['object.loitering'], 'A person stays near the door for 24 s');
  const fall = withRule(
    sampleIncident('fall', at(0.3), 5.5, 'critical', ['pose.fall'], 'Somebody falls'),
    'pose',
    'The body came down by 0.7 of its length and was down for 4.1 s, the torso tilted by 71°.',
    { dropBodyLengths: 0.66, downSeconds: 4.1, strength: 2.3 },
  );
  const bang = withRule(
    sampleIncident('bang', at(0.68), 1.5, 'warning', ['audio.impulse'], 'Sudden short sound'),
    'sound',
    'For 0.1 s it was 31 dB louder than just before.',
    { riseDb: 31, strength: 1.6 },
  );
  const covered = withRule(
    sampleIncident('covered', at(0.93), 8, 'warning', ['camera.covered'], 'The camera is covered'),
    'camera',
    'Something hides 92 % of the picture.',
    { coveredShare: 0.92, strength: 14.2 },
  );
  return [
    left,
    { ...fall, skeletons: [sampleSkeleton(fall.peakSeconds)] },
    run,
    { ...bang, boundingBoxes: [], tracks: [], flowArrows: [] },
    stay,
    { ...covered, boundingBoxes: [], tracks: [], flowArrows: [] },
  ];
}

/** An incident of a rule in footage without a profile: a strength, and no rarity. */
function withRule(incident: Incident, modality: Modality, summary: string, details: Evidence['details']): Incident {
  return {
    ...incident,
    pValue: 1,
    baseline: 'self',
    evidence: sampleRuleEvidence(modality, summary, incident.peakSeconds, details),
  };
}

function sampleIncident(
  id: string,
  peakSeconds: number,
  lengthSeconds: number,
  severity: Incident['severity'],
  kinds: Incident['kinds'],
  title: string,
): Incident {
  return {
    id,
    sourceId: 'sample',
    sourceKind: 'video',
    startSeconds: peakSeconds - lengthSeconds / 2,
    endSeconds: peakSeconds + lengthSeconds / 2,
    peakSeconds,
    decidedSeconds: null,
    skeletons: kinds[0] === 'motion.speed' ? [sampleSkeleton(peakSeconds)] : [],
    appearance: null,
    startedAt: null,
    score: 0.97,
    pValue: severity === 'critical' ? 3.2e-5 : 0.0021,
    severity,
    kinds,
    title,
    baseline: 'profile',
    evidence: sampleEvidence(peakSeconds),
    boundingBoxes: [{ left: 0.62, top: 0.74, width: 0.08, height: 0.11 }],
    tracks: [sampleTrack(peakSeconds)],
    flowArrows: Array.from({ length: 12 }, (_, index) => ({
      x: 0.3 + (index % 4) * 0.05,
      y: 0.5 + Math.floor(index / 4) * 0.07,
      dx: 0.12 + 0.02 * (index % 3),
      dy: 0.03 * ((index % 5) - 2),
    })),
    keyFrame: null,
    clip: null,
    clipStartSeconds: peakSeconds - 4,
    profileVersion: '3f9c12ab',
    modelVersions: {},
    status: 'new',
    reviewedBy: null,
    note: '',
    tags: [],
  };
}

function sampleTrack(peakSeconds: number): IncidentTrack {
  const path = Array.from({ length: 24 }, (_, index) => ({
    seconds: peakSeconds - 2 + index / 6,
    box: { left: 0.2 + index * 0.018, top: 0.42 + 0.02 * Math.sin(index / 4), width: 0.07, height: 0.3 },
  }));
  return { trackId: 7, label: 'person', path };
}

/** A runner: 33 landmarks, of which the hands' and the face's details are not seen. */
function sampleSkeleton(seconds: number): Skeleton {
  const seen: Readonly<Record<number, readonly [number, number]>> = {
    0: [0.655, 0.66], 7: [0.648, 0.658], 8: [0.651, 0.657], 11: [0.645, 0.69], 12: [0.64, 0.692], 13: [0.663, 0.715], 14: [0.624, 0.72],
    15: [0.68, 0.7], 16: [0.633, 0.752], 23: [0.641, 0.768], 24: [0.637, 0.769], 25: [0.668, 0.788], 26: [0.63, 0.812], 27: [0.665, 0.836],
    28: [0.603, 0.828], 31: [0.677, 0.842], 32: [0.597, 0.842],
  }; // prettier-ignore
  return {
    seconds,
    landmarks: Array.from({ length: 33 }, (_, i) => [seen[i]?.[0] ?? 0.65, seen[i]?.[1] ?? 0.7, seen[i] ? 0.9 : 0.05]),
  };
}
