import { describe, expect, it } from 'vitest';
import { densify } from './densify.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('densify', () => {
  it('unpacks compressed rows', () => {
    const sparsity = {
      traversalOrder: [0, 1],
      blockMap: [],
      levels: [
        { kind: 'dense' as const, size: 3 },
        { kind: 'compressed' as const, segments: [0, 1, 1, 3], indices: [2, 0, 3] },
      ],
    };
    expect(Array.from(densify(bytes(7, 8, 9), 1, [3, 4], sparsity))).toEqual([0, 0, 7, 0, 0, 0, 0, 0, 8, 0, 0, 9]);
  });

  it('unpacks blocks: 2 × 2 blocks of which two are stored', () => {
    const sparsity = {
      traversalOrder: [0, 1, 2, 3],
      blockMap: [0, 1],
      levels: [
        { kind: 'dense' as const, size: 2 },
        { kind: 'compressed' as const, segments: [0, 1, 2], indices: [1, 0] },
        { kind: 'dense' as const, size: 2 },
        { kind: 'dense' as const, size: 2 },
      ],
    };
    const dense = densify(bytes(1, 2, 3, 4, 5, 6, 7, 8), 1, [4, 4], sparsity);
    expect(Array.from(dense)).toEqual([0, 0, 1, 2, 0, 0, 3, 4, 5, 6, 0, 0, 7, 8, 0, 0]);
  });

  it('walks columns before rows where the order says so, with elements of two bytes', () => {
    const sparsity = {
      traversalOrder: [1, 0],
      blockMap: [],
      levels: [
        { kind: 'dense' as const, size: 2 },
        { kind: 'compressed' as const, segments: [0, 1, 2], indices: [1, 0] },
      ],
    };
    expect(Array.from(densify(bytes(1, 2, 3, 4), 2, [2, 2], sparsity))).toEqual([0, 0, 3, 4, 1, 2, 0, 0]);
  });

  it.each([
    ['an index beyond the shape', { segments: [0, 1, 1, 3], indices: [4, 0, 3] }],
    ['segments that fall', { segments: [0, 2, 1, 3], indices: [2, 0, 3] }],
    ['too few segments', { segments: [0, 3], indices: [2, 0, 3] }],
    ['fewer places than data', { segments: [0, 0, 0, 1], indices: [1] }],
  ])('refuses %s', (_, level) => {
    const levels = [
      { kind: 'dense' as const, size: 3 },
      { kind: 'compressed' as const, ...level },
    ];
    expect(() => densify(bytes(7, 8, 9), 1, [3, 4], { traversalOrder: [0, 1], blockMap: [], levels })).toThrow(
      expect.objectContaining({ code: 'model-invalid' }),
    );
  });
});
