import type { IncidentKind } from '@vigil/contracts';
import { describe, expect, it } from 'vitest';
import type { RuleEvent } from '../incidents/rule-event.ts';
import { seldomInItself } from './often-in-itself.ts';

function event(kind: IncidentKind, startSeconds: number, lengthSeconds: number, strength = 1): RuleEvent {
  return {
    kind,
    modality: 'sound',
    startSeconds,
    endSeconds: startSeconds + lengthSeconds,
    peakSeconds: startSeconds,
    decidedSeconds: startSeconds + lengthSeconds,
    strength,
    title: '',
    summary: '',
    details: {},
    boundingBoxes: [],
    trackId: null,
  };
}

describe('seldomInItself', () => {
  it('keeps the one bang of a video and drops what happens in it again and again', () => {
    const bang = event('audio.impulse', 50, 0.5, 3);
    const knocks = [10, 20, 30, 40].map((seconds) => event('audio.impulse', seconds, 0.5, 1.2));
    expect(seldomInItself([bang], 60)).toEqual([bang]);
    expect(seldomInItself([...knocks, bang], 60)).toEqual([bang]);
  });

  it('drops speech that fills a video, and keeps a few words', () => {
    expect(seldomInItself([event('audio.speech', 2, 40)], 60)).toEqual([]);
    expect(seldomInItself([event('audio.speech', 2, 3)], 60)).toHaveLength(1);
  });

  it('never drops a fall, however many there are', () => {
    const falls = [1, 10, 20, 30, 40].map((seconds) => event('pose.fall', seconds, 8));
    expect(seldomInItself(falls, 60)).toEqual(falls);
  });
});
