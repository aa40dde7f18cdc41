import { expect, test } from 'vitest';
import { FlowEstimator } from './flow-estimator.ts';
import { FlowSequence } from './flow-sequence.ts';
import { translatingTexture } from './testing/translating-texture.ts';

const [width, height] = [90, 70];
const frames = [0, 0.7, 1.5, 2.9, 3.1, 2.2].map((shift) => translatingTexture(width, height, shift, -shift).second);

test.for([1, 2, 3])('frames %i apart give the bits of single estimates', (distance) => {
  using sequence = new FlowSequence(width, height, distance);
  using estimator = new FlowEstimator(width, height);
  frames.forEach((frame, index) => {
    const flow = sequence.next(frame);
    const earlier = frames[index - distance];
    expect(flow).toEqual(earlier === undefined ? undefined : estimator.estimate(earlier, frame));
  });
});

test('a restart begins a new sequence', () => {
  using sequence = new FlowSequence(width, height, 2);
  for (const frame of frames) sequence.next(frame);
  sequence.restart();
  expect(sequence.next(frames[0])).toBeUndefined();
  expect(sequence.next(frames[1])).toBeUndefined();
  expect(sequence.next(frames[2])).toBeDefined();
});

test('refuses a distance that is no whole number of frames', () => {
  expect(() => new FlowSequence(width, height, 0)).toThrow('at least 1 frame apart, not 0');
});

test('lets go of its memory when disposed of', () => {
  const sequence = new FlowSequence(width, height);
  sequence[Symbol.dispose]();
  expect(() => sequence.next(frames[0])).toThrow('after its estimator was disposed of');
});
