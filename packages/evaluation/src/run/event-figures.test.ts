import type { Dataset, DatasetClip, Incident, IncidentKind } from '@vigil/contracts';
import { describe, expect, it } from 'vitest';
import { eventFigures, type JudgedClip } from './event-figures.ts';

function incident(kind: IncidentKind, decidedSeconds: number): Incident {
  return {
    id: `${kind}${decidedSeconds}`,
    sourceId: 'clip',
    sourceKind: 'video',
    startSeconds: decidedSeconds - 1,
    endSeconds: decidedSeconds + 1,
    peakSeconds: decidedSeconds,
    decidedSeconds,
    startedAt: null,
    score: 0.95,
    pValue: 0.001,
    severity: 'critical',
    kinds: [kind],
    title: kind,
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
  };
}

function judged(clip: Partial<DatasetClip>, strength: number, incidents: Incident[], box = 0): JudgedClip {
  return {
    clip: { file: 'a.mp4', split: 'test', ...clip },
    scored: {
      incidents,
      kindScores: { 'pose.fall': strength },
      comparisons: [{ name: 'box alone', kind: 'pose.fall', strength: box }],
    },
  };
}

const clips = [
  judged({ label: 'fall', activity: 'falling', lyingFrames: [30, 60] }, 2, [incident('pose.fall', 4)], 1.5),
  judged({ label: 'fall', activity: 'falling', lyingFrames: [30, 60] }, 1.4, [incident('pose.fall', 6.5)], 0.2),
  judged({ label: 'fall', activity: 'falling', lyingFrames: [30, 60] }, 0.6, [incident('motion.speed', 3)], 0.1),
  judged({ label: 'normal', activity: 'walking' }, 0.1, [incident('motion.speed', 3)], 0.3),
  judged({ label: 'normal', activity: 'lying down', hardNegative: true }, 1.1, [incident('pose.fall', 3)], 1.2),
];
const dataset: Dataset = { name: 'falls', task: 'event', framesPerSecond: 10, clips: clips.map(({ clip }) => clip) };

describe('eventFigures', () => {
  const { predictions, figures, warnings } = eventFigures(dataset, clips);

  it('counts only incidents of the kind that the label names', () => {
    expect(predictions?.map(({ predicted }) => predicted)).toEqual(['fall', 'fall', 'normal', 'normal', 'fall']);
    expect(figures.perKind.fall).toMatchObject({ truePositives: 2, falsePositives: 1, falseNegatives: 1 });
    expect(warnings).toEqual([]);
  });

  it('tells how well strengths part the clips, by activity, and of hard negatives', () => {
    expect(figures.clipAreas.fall.auc).toBeCloseTo(5 / 6, 10);
    expect(figures.perActivity).toEqual([
      { activity: 'falling', label: 'fall', clips: 3, right: 2 },
      { activity: 'walking', label: 'normal', clips: 1, right: 1 },
      { activity: 'lying down', label: 'normal', clips: 1, right: 0 },
    ]);
    expect(figures.hardNegatives).toEqual({ clips: 1, falseAlarms: 1 });
  });

  it('measures delays from the moment the body is down', () => {
    expect(figures.lyingDelay).toMatchObject({ delaysSeconds: [1, 3.5, null], inTime: 1, events: 3, medianSeconds: 2.25 });
  });

  it('sets simpler rules beside', () => {
    const [box] = figures.comparisons;
    expect(box).toMatchObject({ name: 'box alone', score: { truePositives: 1, falsePositives: 1, falseNegatives: 2 } });
    expect(box.area?.auc).toBeCloseTo(2 / 6, 10);
  });

  it('says which labels have no kind, and gives nothing where clips have no labels', () => {
    const odd = [judged({ label: 'flood' }, 0, [incident('motion.speed', 1)]), judged({ label: 'normal' }, 0, [])];
    const result = eventFigures({ ...dataset, clips: odd.map(({ clip }) => clip) }, odd);
    expect(result.predictions?.map(({ predicted }) => predicted)).toEqual(['flood', 'normal']);
    expect(result.warnings[0]).toContain('flood');
    expect(eventFigures(dataset, [judged({}, 0, [])]).predictions).toBeNull();
  });
});
