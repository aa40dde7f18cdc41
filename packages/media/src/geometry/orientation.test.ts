import { describe, expect, it } from 'vitest';
import { orientationFromMatrix, orientPicture, rotationDegrees } from './orientation.ts';

const one = 1 << 16;
/** a b / c d of the display matrix, the clockwise turn, and what 1 2 3 / 4 5 6 becomes. */
const cases = [
  { name: 'upright', matrix: [one, 0, 0, one], degrees: 0, rows: [[1, 2, 3], [4, 5, 6]] },
  { name: 'quarter turn clockwise', matrix: [0, one, -one, 0], degrees: 90, rows: [[4, 1], [5, 2], [6, 3]] },
  { name: 'half turn', matrix: [-one, 0, 0, -one], degrees: 180, rows: [[6, 5, 4], [3, 2, 1]] },
  { name: 'quarter turn anticlockwise', matrix: [0, -one, one, 0], degrees: 270, rows: [[3, 6], [2, 5], [1, 4]] },
  { name: 'mirrored left to right', matrix: [-one, 0, 0, one], degrees: 0, rows: [[3, 2, 1], [6, 5, 4]] },
  { name: 'rows for columns', matrix: [0, one, one, 0], degrees: 270, rows: [[1, 4], [2, 5], [3, 6]] },
]; // prettier-ignore

describe.each(cases)('$name', ({ matrix: [a, b, c, d], degrees, rows }) => {
  const orientation = orientationFromMatrix(Int32Array.from([a, b, 0, c, d, 0, 0, 0, 1 << 30]));

  it('turns gray pictures', () => {
    const turned = orientPicture(Uint8Array.from([1, 2, 3, 4, 5, 6]), 3, 2, 1, orientation);
    expect([...turned]).toEqual(rows.flat());
  });

  it('turns colour pictures without mixing channels', () => {
    const colour = Uint8Array.from([1, 2, 3, 4, 5, 6].flatMap((value) => [value, value + 10, value + 20]));
    const turned = orientPicture(colour, 3, 2, 3, orientation);
    expect([...turned]).toEqual(rows.flat().flatMap((value) => [value, value + 10, value + 20]));
  });

  it('names its turn', () => expect(rotationDegrees(orientation)).toBe(degrees));
});
