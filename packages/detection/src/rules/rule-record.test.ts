import type { IncidentKind } from '@vigil/contracts';
import { describe, expect, it } from 'vitest';
import type { RuleEvent } from '../incidents/rule-event.ts';
import { addRuleEvents, eventsAsStrong } from './rule-record.ts';

function event(kind: IncidentKind, strength: number): RuleEvent {
  return {
    kind,
    modality: 'pose',
    startSeconds: 1,
    endSeconds: 2,
    peakSeconds: 1,
    decidedSeconds: 2,
    strength,
    title: '',
    summary: '',
    details: {},
    boundingBoxes: [],
    trackId: null,
  };
}

describe('what rules found in normal footage', () => {
  const known = addRuleEvents({}, [event('pose.running', 1.5), event('pose.running', 1.1), event('pose.fall', 1)]);

  it('tells how many were as strong, by kind', () => {
    expect(eventsAsStrong(known, 'pose.running', 1)).toBe(2);
    expect(eventsAsStrong(known, 'pose.running', 1.2)).toBe(1);
    expect(eventsAsStrong(known, 'pose.running', 2)).toBe(0);
    expect(eventsAsStrong(known, 'pose.fight', 1)).toBe(0);
  });

  it('adds up over footage and stays bounded', () => {
    const many = Array.from({ length: 1000 }, (_, i) => event('pose.running', 1 + i / 1000));
    const record = addRuleEvents(known, many);
    expect(record['pose.running']?.count).toBe(1002);
    expect(record['pose.running']?.strengths.length).toBe(256);
    expect(eventsAsStrong(record, 'pose.running', 1)).toBe(1002);
    expect(eventsAsStrong(record, 'pose.running', 1.99)).toBe(10);
    expect(eventsAsStrong(known, 'pose.running', 1)).toBe(2);
  });
});
