import { expect, it } from 'vitest';
import { eventsOf } from './used-labels.ts';

const clip = { file: 'a.mp4', split: 'test' } as const;

it('labels are told as times and kinds where they are known, else as frames', () => {
  const fall = { startSeconds: 2, endSeconds: 4, kind: 'fall' };
  expect(eventsOf({ ...clip, events: [fall], anomalousFrames: [[50, 99]] }, 25)).toEqual(['0:02.0 – 0:04.0 Fall']);
  expect(eventsOf({ ...clip, anomalousFrames: [[50, 99]] }, 25)).toEqual(['0:02.0 – 0:04.0']);
  expect(eventsOf({ ...clip, anomalousFrames: [[50, 99]] }, null)).toEqual(['frames 50 – 99']);
  expect(eventsOf({ ...clip, fallingFrames: [10, 19], lyingFrames: [20, 29] }, 10)).toEqual([
    '0:01.0 – 0:02.0',
    '0:02.0 – 0:03.0',
  ]);
});

it('no event is told from no label', () => {
  expect(eventsOf({ ...clip, anomalousFrames: [] }, 25)).toEqual(['none']);
  expect(eventsOf(clip, 25)).toEqual(['no labels of frames']);
  expect(eventsOf({ ...clip, split: 'train' }, 25)).toEqual(['none']);
});
