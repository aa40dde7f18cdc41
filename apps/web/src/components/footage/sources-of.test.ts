import { describe, expect, it } from 'vitest';
import { knownLoss, sourcesOfIncident } from './sources-of.ts';

const incident = { id: 'i1', clip: 'clips/i1.mp4', clipStartSeconds: 8.5, keyFrame: 'key-frames/i1.jpg', peakSeconds: 11 };

describe('what there is of an incident’s footage', () => {
  it('is the recording, then the clip, then the key frame', () => {
    const video = { id: 'v1', originalRemoved: false };
    expect(sourcesOfIncident(incident, video)).toEqual([
      { kind: 'original', url: '/api/v1/videos/v1/original', startSeconds: 0 },
      { kind: 'clip', url: '/api/v1/incidents/i1/clip', startSeconds: 8.5 },
      { kind: 'picture', url: '/api/v1/incidents/i1/key-frame', startSeconds: 11 },
    ]);
    expect(knownLoss(video)).toBeNull();
  });

  it('leaves out what was removed and what never was', () => {
    const video = { id: 'v1', originalRemoved: true };
    expect(sourcesOfIncident({ ...incident, keyFrame: null }, video).map(({ kind }) => kind)).toEqual(['clip']);
    expect(knownLoss(video)).toEqual({ kind: 'original', why: 'removed' });
  });
});
