import type { Evidence, Incident, IncidentKind, Modality } from '@vigil/contracts';
import { describe, expect, it } from 'vitest';
import { joinIncidents } from './join-incidents.ts';

const box = { left: 0.4, top: 0.4, width: 0.1, height: 0.3 };

function evidence(modality: Modality, share: number): Evidence {
  return { modality, state: 'used', pValue: 0.01, share, summary: modality, peakSeconds: 10, nearestNormal: [], details: {} };
}

function incident(kinds: IncidentKind[], startSeconds: number, endSeconds: number, changes: Partial<Incident> = {}): Incident {
  return {
    id: kinds[0],
    sourceId: 'yard',
    sourceKind: 'video',
    startSeconds,
    endSeconds,
    peakSeconds: startSeconds,
    decidedSeconds: startSeconds + 1,
    startedAt: null,
    score: 0.9,
    pValue: 0.01,
    severity: 'info',
    kinds,
    title: kinds[0],
    baseline: 'profile',
    evidence: [evidence('motion', 0.6), evidence('appearance', 0.4)],
    boundingBoxes: [box],
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

const fall = incident(['pose.fall'], 10.2, 14, { severity: 'critical', evidence: [evidence('pose', 1)] });

describe('joinIncidents', () => {
  it('makes one incident of a fall and the unusual movement that it is', () => {
    const joined = joinIncidents([incident(['motion.speed'], 10, 12)], [fall]);
    expect(joined).toHaveLength(1);
    expect(joined[0]).toMatchObject({
      kinds: ['pose.fall', 'motion.speed'],
      startSeconds: 10,
      endSeconds: 14,
      severity: 'critical',
    });
    expect(joined[0].title).toBe('pose.fall');
    expect(joined[0].evidence.map(({ modality }) => modality)).toEqual(['pose', 'motion', 'appearance']);
    expect(joined[0].evidence.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
  });

  it('keeps apart what happens elsewhere or at another time', () => {
    const elsewhere = incident(['motion.speed'], 10, 11, { boundingBoxes: [{ left: 0, top: 0, width: 0.1, height: 0.1 }] });
    expect(joinIncidents([elsewhere], [fall])).toEqual([elsewhere, fall]);
    const later = incident(['motion.speed'], 15.5, 16);
    expect(joinIncidents([later], [fall])).toEqual([later, fall]);
  });

  it('makes one incident of a long event that was unusual more than once', () => {
    const lies = incident(['pose.fall'], 10, 30);
    const joined = joinIncidents([incident(['pose.unusual'], 10, 12), incident(['motion.speed'], 20, 21)], [lies]);
    expect(joined).toHaveLength(1);
    expect(joined[0]).toMatchObject({ kinds: ['pose.fall', 'pose.unusual', 'motion.speed'], startSeconds: 10, endSeconds: 30 });
  });

  it('joins what runs to the fast movement at the same time, wherever either is by then', () => {
    const runs = incident(['pose.running'], 10.5, 11.5, { boundingBoxes: [{ left: 0.8, top: 0.4, width: 0.1, height: 0.3 }] });
    expect(joinIncidents([incident(['motion.speed'], 10, 12)], [runs])).toHaveLength(1);
  });

  it('joins a bang to a stretch that sounds unusual, not to one that looks so', () => {
    const bang = incident(['audio.impulse'], 10, 10.5, { boundingBoxes: [], evidence: [evidence('sound', 1)] });
    expect(joinIncidents([incident(['audio.loud'], 10, 11)], [bang])[0].kinds).toEqual(['audio.impulse', 'audio.loud']);
    expect(joinIncidents([incident(['motion.speed'], 10, 11)], [bang])).toHaveLength(2);
  });
});
