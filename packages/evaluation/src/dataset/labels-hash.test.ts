import type { Dataset } from '@vigil/contracts';
import { expect, it } from 'vitest';
import { labelsHash } from './labels-hash.ts';

const dataset: Dataset = {
  name: 'gate',
  task: 'event',
  framesPerSecond: 10,
  clips: [
    { file: 'a.mp4', split: 'test', label: 'fall', anomalousFrames: [[10, 20]] },
    { file: 'b.mp4', split: 'train', label: 'normal' },
  ],
};
const [first, second] = dataset.clips;

it.each<[string, Dataset]>([
  ['another name, source and terms', { ...dataset, name: 'door', source: 'here', terms: 'any' }],
  ['clips in another order', { ...dataset, clips: dataset.clips.toReversed() }],
  ['notes', { ...dataset, clips: [{ ...first, note: 'at night', name: 'Gate' }, second] }],
  [
    'what is so anyway',
    { ...dataset, clips: [{ file: 'a.mp4', label: 'fall', anomalousFrames: [[10, 20]], hardNegative: false }, second] },
  ],
])('labels are the same with %s', (_, other) => expect(labelsHash(other)).toBe(labelsHash(dataset)));

it.each<[string, Dataset]>([
  ['a frame', { ...dataset, clips: [{ ...first, anomalousFrames: [[10, 21]] }, second] }],
  ['a label', { ...dataset, clips: [{ ...first, label: 'fight' }, second] }],
  ['no labels of frames instead of none that are anomalous', { ...dataset, clips: [{ ...first, anomalousFrames: [] }, second] }],
  ['what is learned from', { ...dataset, clips: [first, { ...second, split: 'test' }] }],
  ['a clip', { ...dataset, clips: [first] }],
  ['the rate of the frames', { ...dataset, framesPerSecond: 25 }],
  ['the task', { ...dataset, task: 'one-class' }],
])('labels differ by %s', (_, other) => expect(labelsHash(other)).not.toBe(labelsHash(dataset)));
