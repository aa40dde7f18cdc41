import type { IncidentKind } from '@vigil/contracts';
import { describe, expect, it } from 'vitest';
import type { RuleEvent } from '../incidents/rule-event.ts';
import { mergeNear } from './merge-near.ts';

function event(kind: IncidentKind, startSeconds: number, endSeconds: number, strength: number): RuleEvent {
  return {
    kind,
    modality: 'pose',
    startSeconds,
    endSeconds,
    peakSeconds: startSeconds,
    decidedSeconds: startSeconds + 0.5,
    strength,
    title: '',
    summary: `${strength}`,
    details: {},
    boundingBoxes: [],
    trackId: null,
  };
}

describe('mergeNear', () => {
  it('makes one event of a group that runs', () => {
    const group = [event('pose.running', 11, 12, 2), event('pose.running', 10, 11.5, 1.2), event('pose.running', 13.5, 14, 1.1)];
    expect(mergeNear(group)).toEqual([{ ...event('pose.running', 10, 14, 2), peakSeconds: 11, decidedSeconds: 10.5 }]);
  });

  it('keeps apart what is far in time, of another kind, or below its threshold', () => {
    const apart = [
      event('pose.running', 0, 1, 2),
      event('pose.running', 4, 5, 2),
      event('pose.running', 5.5, 6, 0.7),
      event('pose.fall', 6, 9, 2),
      event('pose.fall', 6.5, 9, 2),
    ];
    expect(mergeNear(apart)).toEqual(apart);
  });
});
