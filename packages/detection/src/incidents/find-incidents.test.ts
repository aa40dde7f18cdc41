import { isDeepStrictEqual } from 'node:util';
import { type Incident, incidentSchema } from '@vigil/contracts';
import { describe, expect, it } from 'vitest';
import type { FeatureRecord, StationaryEvent } from '../features/feature-record.ts';
import { ExemplarIndex } from '../nearest/exemplar-index.ts';
import { learnProfile } from '../normality/learn-profile.ts';
import { openSketches } from '../scoring/calibrated-moment.ts';
import { scoreSource } from '../scoring/score-source.ts';
import { randomStream } from '../testing/random.ts';
import { sourceOf } from '../testing/records.ts';
import { leavesAt, ordinaryWalker, sceneGrid, type Walker, walkScene } from '../testing/synthetic-walkers.ts';
import { alarmBudget } from './alarm-budget.ts';
import { findIncidents } from './find-incidents.ts';
import type { IncidentContext } from './incident-context.ts';
import { MomentLog } from './moment-log.ts';

const normal = walkScene(1, 300);
const { profile } = await learnProfile({
  name: 'lane',
  grid: sceneGrid,
  detectorVersion: 'd1',
  sources: [{ ...sourceOf('normal', normal), id: 'recording-1' }],
  previous: null,
});
const context: IncidentContext = {
  sourceId: 'source',
  sourceKind: 'video',
  baseline: 'profile',
  profile,
  profileVersion: 'lane-1',
  sketches: openSketches(profile),
  exemplars: new ExemplarIndex(profile.exemplars.vectors),
  budget: alarmBudget(profile.fusions.picture, 4, 'profile'),
  modelVersions: { 'object-detector': 'd1' },
  senses: {
    appearance: { state: 'used', reason: null },
    pose: { state: 'absent', reason: null },
    sound: { state: 'absent', reason: null },
    camera: { state: 'absent', reason: null },
  },
};
const visitor: Walker = { ...ordinaryWalker(20, randomStream(9)), speed: 0.1, middle: 0.5, label: 'Person' };

async function logOf(records: readonly FeatureRecord[], withAppearance = true): Promise<MomentLog> {
  const log = new MomentLog();
  for await (const moment of scoreSource(profile, sourceOf('new', records), { withAppearance })) log.push(moment);
  return log;
}

async function incidentsOf(records: readonly FeatureRecord[], changed: Partial<IncidentContext> = {}): Promise<Incident[]> {
  const used = { ...context, ...changed };
  return findIncidents(used, await logOf(records, used.senses.appearance.state === 'used'));
}

function bag(id: number, kind: 'left' | 'removed', sinceSeconds: number): StationaryEvent {
  const box = { left: 0.2 + id / 10, top: 0.5, width: 0.05, height: 0.05 };
  return { id, kind, box, sinceSeconds, confirmedSeconds: sinceSeconds + 4, confidence: 0.8 };
}

/** A scene in which objects are left or removed at the given moments, and when these ended. */
function sceneWith(
  started: readonly StationaryEvent[],
  ended: readonly { id: number; endSeconds: number }[] = [],
): FeatureRecord[] {
  return walkScene(4, 40).map((record) => ({
    ...record,
    stationaryStarted: started.filter(({ confirmedSeconds }) => Math.round(confirmedSeconds * 5) === record.index),
    stationaryEnded: ended.filter(({ endSeconds }) => Math.round(endSeconds * 5) === record.index),
  }));
}

const fast = await incidentsOf(walkScene(5, 45, [{ ...visitor, speed: 0.35 }]));

describe('findIncidents', () => {
  it('finds nothing in new normal footage', async () => {
    expect(await incidentsOf(walkScene(6, 120))).toEqual([]);
  });

  it('finds nothing in no footage', () => {
    expect(findIncidents(context, new MomentLog())).toEqual([]);
  });

  it('finds one incident of speed when and where it is', () => {
    expect(fast).toHaveLength(1);
    const [incident] = fast;
    expect(incident.kinds[0]).toBe('motion.speed');
    expect(incident.startSeconds).toBeGreaterThan(19);
    expect(incident.endSeconds).toBeLessThan(leavesAt({ ...visitor, speed: 0.35 }) + 1);
    expect(incident.peakSeconds).toBeGreaterThanOrEqual(incident.startSeconds);
    expect(incident.peakSeconds).toBeLessThanOrEqual(incident.endSeconds);
    expect(incident.tracks[0].path.length).toBeGreaterThan(5);
    const [box] = incident.boundingBoxes;
    expect(box.top + box.height / 2).toBeCloseTo(0.5, 1);
    expect(incident.severity).toBe('critical');
  });

  it('states what the contract asks for', () => {
    expect(fast.map((incident) => incidentSchema.parse(incident))).toEqual(fast);
    expect(fast[0].evidence.map(({ modality }) => modality)).toEqual(['motion', 'appearance', 'objects', 'pose', 'sound']);
    expect(fast[0].evidence.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
    expect(fast[0].score).toBeGreaterThan(0.9);
  });

  it('says how fast, against what, and which normal moments come nearest', () => {
    const [motion] = fast[0].evidence;
    expect(motion.details.speedHeightsPerSecond).toBeGreaterThan(0.3);
    expect(motion.details.normalSpeedHeightsPerSecond).toBeLessThan(0.2);
    expect(motion.nearestNormal).toHaveLength(3);
    expect(motion.nearestNormal).toEqual(
      Array.from({ length: 3 }, () => expect.objectContaining({ source: 'normal', sourceId: 'recording-1' })),
    );
    expect(fast[0].title).toContain('unusually fast');
  });

  it.each<[string, Partial<Walker>]>([
    ['object.unusual', { look: 7 }],
    ['motion.place', { middle: 0.15 }],
    ['motion.direction', { direction: -1 }],
    ['object.unusual', { label: 'Horse' }],
  ])('names %s for a visitor with %o', async (kind, difference) => {
    // five minutes of footage cannot make a place or a name as rare as four a day asks for
    const budget = alarmBudget(profile.fusions.picture, 200, 'profile');
    const incidents = await incidentsOf(walkScene(5, 45, [{ ...visitor, ...difference }]), { budget });
    const kinds = incidents.map(({ kinds: [first] }) => first);
    expect(new Set(kinds)).toEqual(new Set([kind]));
  });

  it('names a crowd', async () => {
    const crowd = Array.from({ length: 12 }, (_, i) => ({ ...visitor, startSeconds: 20 + 0.3 * i }));
    const incidents = await incidentsOf(walkScene(5, 45, crowd));
    expect(incidents.map(({ kinds }) => kinds[0])).toContain('crowd.surge');
  });

  it('shows the look that comes nearest from different segments of normal footage', async () => {
    const [incident] = await incidentsOf(walkScene(5, 45, [{ ...visitor, look: 7 }]));
    const appearance = incident.evidence.find(({ modality }) => modality === 'appearance');
    const minutes = appearance?.nearestNormal.map(({ seconds }) => Math.floor(seconds / 60)) ?? [];
    expect(new Set(minutes).size).toBe(3);
    expect(appearance?.nearestNormal.map(({ sourceId }) => sourceId)).toEqual(['recording-1', 'recording-1', 'recording-1']);
    const distances = appearance?.nearestNormal.map(({ distance }) => distance) ?? [];
    expect(distances).toEqual(distances.toSorted((a, b) => a - b));
    expect(appearance?.share).toBeGreaterThan(0.5);
  });

  it('gives the same incidents with the same ids again', async () => {
    expect(isDeepStrictEqual(await incidentsOf(walkScene(5, 45, [{ ...visitor, speed: 0.35 }])), fast)).toBe(true);
    const elsewhere = await incidentsOf(walkScene(5, 45, [{ ...visitor, speed: 0.35 }]), { sourceId: 'another' });
    expect(elsewhere[0].id).not.toBe(fast[0].id);
  });

  it('says where appearance could not run, and does without it', async () => {
    const records = walkScene(5, 45, [{ ...visitor, speed: 0.35 }]);
    const appearance = { state: 'unavailable', reason: 'The object detector is not installed.' } as const;
    const [incident] = await incidentsOf(records, { senses: { ...context.senses, appearance }, exemplars: null });
    const evidence = incident.evidence.find(({ modality }) => modality === 'appearance');
    expect(evidence).toMatchObject({ state: 'unavailable', pValue: null, share: 0, summary: appearance.reason });
    expect(incident.kinds[0]).toBe('motion.speed');
  });
});

describe('objects left and removed', () => {
  it('become incidents from when the object stood still to when it was gone', async () => {
    const records = sceneWith([bag(1, 'left', 10), bag(2, 'removed', 12)], [{ id: 1, endSeconds: 30 }]);
    const [left, removed] = await incidentsOf(records);
    expect([left.kinds, left.startSeconds, left.peakSeconds, left.endSeconds]).toEqual([['object.left'], 10, 14, 30]);
    expect(left.boundingBoxes).toEqual([bag(1, 'left', 10).box]);
    expect([removed.kinds, removed.startSeconds, removed.endSeconds]).toEqual([['object.removed'], 12, records.at(-1)?.seconds]);
    expect(incidentSchema.parse(left)).toEqual(left);
  });

  it('keep apart what was left at the same moment', async () => {
    const incidents = await incidentsOf(sceneWith([bag(1, 'left', 10), bag(2, 'left', 10)]));
    expect(new Set(incidents.map(({ id }) => id)).size).toBe(2);
  });

  it('are normal where normal footage has more of them than the budget allows', async () => {
    const busy = { ...profile, stationaryEvents: 5 };
    expect(await incidentsOf(sceneWith([bag(1, 'left', 10)]), { profile: busy })).toEqual([]);
    // the video's own events say nothing about what is normal
    expect(await incidentsOf(sceneWith([bag(1, 'left', 10)]), { profile: busy, baseline: 'self' })).toHaveLength(1);
  });
});

describe('loitering', () => {
  /** A scene in which one track stays at one place for so long. */
  function stayScene(dwellSeconds: number, ids: readonly number[] = [900]): FeatureRecord[] {
    const box = { left: 0.1, top: 0.4, width: 0.1, height: 0.2 };
    return walkScene(4, 100).map((record) => {
      const stay = record.seconds - 5;
      const here = stay >= 0 && stay <= dwellSeconds;
      const stays = ids.map((id) => ({ id, label: 'Person', box, speed: 0, dwellSeconds: stay, ageSeconds: stay }));
      return { ...record, tracks: here ? [...record.tracks, ...stays] : record.tracks };
    });
  }

  it('is a stay far longer than normal ones', async () => {
    const incidents = await incidentsOf(stayScene(80));
    expect(incidents.map(({ kinds }) => kinds)).toEqual([['object.loitering']]);
    expect(incidents[0].startSeconds).toBeCloseTo(5, 6);
    expect(incidents[0].endSeconds).toBeCloseTo(85, 6);
    expect(incidentSchema.parse(incidents[0])).toEqual(incidents[0]);
  });

  it('is not a short stay', async () => {
    expect(await incidentsOf(stayScene(25))).toEqual([]);
  });

  it('keeps apart two who come at the same moment', async () => {
    const incidents = (await incidentsOf(stayScene(80, [900, 901]))).filter(({ kinds }) => kinds[0] === 'object.loitering');
    expect(new Set(incidents.map(({ id }) => id)).size).toBe(2);
  });
});
