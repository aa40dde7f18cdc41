import type { AnalysisResult, Evidence, Incident, IncidentTrack, Skeleton } from '@vigil/contracts';

/** A made-up analysis for tests of the page: 10 frames a second, a gap without footage, three incidents, one of each severity. */
export function sampleAnalysis(frames = 1200): AnalysisResult {
  const seconds = Array.from({ length: frames }, (_, index) => index / 10 + (index > frames * 0.6 ? 9 : 0));
  const durationSeconds = (seconds.at(-1) ?? 0) + 0.1;
  const incidents = sampleIncidents(durationSeconds);
  const bump = (time: number, height: number): number =>
    incidents.reduce((sum, { peakSeconds, endSeconds, startSeconds }) => {
      const width = (endSeconds - startSeconds) / 2;
      return sum + height * Math.exp(-(((time - peakSeconds) / width) ** 2));
    }, 0);
  const motion = seconds.map(
    (time, index) => 0.5 + 0.35 * Math.sin(index / 3.1) ** 2 + 0.3 * Math.sin(index / 37) + bump(time, 3.2),
  );
  const objects = seconds.map((time, index) =>
    index % 400 < 60 ? null : 0.3 + 0.25 * Math.sin(index / 11) ** 2 + bump(time, 2.4),
  );
  const fused = motion.map((value, index) => 0.6 * value + 0.5 * (objects[index] ?? value));
  return {
    format: 'vigil-analysis',
    formatVersion: 1,
    source: {
      id: 'sample',
      file: 'footage/entrance-hall.mp4',
      sizeBytes: 18_412_331,
      durationSeconds,
      width: 720,
      height: 480,
      framesPerSecond: 29.97,
      codec: 'h264',
      hasAudio: false,
      truncated: false,
    },
    analysedFrames: frames,
    analysedSeconds: frames / 10,
    baseline: 'profile',
    profile: { name: 'entrance-hall', version: '3f9c12ab' },
    budget: {
      incidentsPerDay: 5,
      thresholdSurprise: 2.35,
      expectedPerDay: 4.1,
      calibrationSeconds: 5400,
      enoughData: false,
      summary:
        'At most 5 incidents a day are promised; the 1 h 30 min of calibration footage gives about 4.1 a day at this threshold.',
    },
    modalities: [
      { modality: 'motion', state: 'used', reason: null },
      { modality: 'appearance', state: 'unavailable', reason: 'The object detector’s weights are not in the model cache.' },
      { modality: 'objects', state: 'used', reason: null },
    ],
    timeline: { seconds, fused, modalities: { motion, objects } },
    kindScores: {},
    incidents,
    settings: { analysis: { framesPerSecond: 10, graySize: [360, 240] }, incidents: { leastSeconds: 0.5, mergeGapSeconds: 2 } },
    versions: { vigil: '0.1.0', 'object-detector': 'ssd-mobilenet-v2 0.4.1675468480', onnxruntime: '1.30.0', ffmpeg: '8.1' },
    warnings: ['9 s without footage from 1:12.0 on were skipped.'],
  };
}

function sampleIncidents(durationSeconds: number): Incident[] {
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
  return [left, run, stay];
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

function sampleEvidence(peakSeconds: number): Evidence[] {
  return [
    {
      modality: 'objects',
      state: 'used',
      pValue: 3.2e-5,
      share: 0.72,
      summary: 'A thing of 0.11 picture heights appeared at 0:14.2 and has not moved since; the person beside it went away.',
      peakSeconds: peakSeconds + 0.4,
      nearestNormal: [{ source: 'monday-morning.mp4', seconds: 412.3, distance: 1.84 }],
      details: { stillSeconds: 11.4, heightShare: 0.11, ownerLeft: true },
    },
    {
      modality: 'motion',
      state: 'used',
      pValue: 0.014,
      share: 0.28,
      summary: 'Motion of 0.31 picture heights a second where 0.12 is usual.',
      peakSeconds,
      nearestNormal: [
        { source: 'monday-morning.mp4', seconds: 98.1, distance: 0.42 },
        { source: 'tuesday-noon.mp4', seconds: 1204.6, distance: 0.51 },
      ],
      details: { speedHeightsPerSecond: 0.31, usualSpeedHeightsPerSecond: 0.12 },
    },
    {
      modality: 'appearance',
      state: 'unavailable',
      pValue: null,
      share: 0,
      summary: 'Could not look: the object detector’s weights are not in the model cache.',
      peakSeconds: null,
      nearestNormal: [],
      details: {},
    },
  ];
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
