import { expect, it } from 'vitest';
import { correctionFootage } from './correction-footage.ts';

const span = (id: string, startSeconds: number, endSeconds: number, status: 'new' | 'confirmed' | 'dismissed' = 'new') => ({
  id,
  analysisId: 'analysis',
  videoId: 'video',
  startSeconds,
  endSeconds,
  status,
});
const pieces = (footage: readonly { readonly startSeconds: number | null; readonly endSeconds: number | null }[]) =>
  footage.map(({ startSeconds, endSeconds }) => [startSeconds, endSeconds]);

const bag = span('bag', 50, 82);

it('leaves out shorter incidents within an incident that is called normal', () => {
  const footage = correctionFootage([bag], [bag, span('fall', 66, 67), span('elsewhere', 10, 12)]);
  expect(pieces(footage)).toEqual([
    [50, 65],
    [68, 82],
  ]);
  expect(new Set(footage.map(({ videoId }) => videoId))).toEqual(new Set(['video']));
});

it('takes what was dismissed, what is called normal too, and what belongs to another analysis', () => {
  const fall = span('fall', 66, 67);
  expect(pieces(correctionFootage([bag], [bag, span('fall', 66, 67, 'dismissed')]))).toEqual([[50, 82]]);
  expect(pieces(correctionFootage([bag, fall], [bag, fall]))).toEqual([
    [50, 82],
    [66, 67],
  ]);
  expect(pieces(correctionFootage([bag], [bag, { ...fall, analysisId: 'older' }]))).toEqual([[50, 82]]);
});

it('keeps an incident within a longer one, and one of which nothing would be left', () => {
  const fall = span('fall', 66, 67);
  expect(pieces(correctionFootage([fall], [bag, fall]))).toEqual([[66, 67]]);
  expect(pieces(correctionFootage([span('two', 10, 12)], [span('one', 10, 11.5)]))).toEqual([[10, 12]]);
});

it('is at most a hundred pieces, the longest ones', () => {
  const others = Array.from({ length: 150 }, (_, index) => span(`other-${index}`, 10 + index * 10, 11 + index * 10));
  const footage = correctionFootage([span('long', 0, 2000)], others);
  expect(footage).toHaveLength(100);
  expect(footage.at(-1)).toMatchObject({ startSeconds: 1502, endSeconds: 2000 });
});
