import { VigilError, type PictureSize } from '@vigil/contracts';

/**
 * Guards an operation that was set up for one picture size.
 * @throws VigilError `internal` where the sizes differ.
 */
export function requireSameSize(actual: PictureSize, expected: PictureSize): void {
  if (actual.width === expected.width && actual.height === expected.height) return;
  throw new VigilError(
    'internal',
    `a frame of ${actual.width}×${actual.height} pixels came to a part set up for ${expected.width}×${expected.height}`,
    {
      actual: [actual.width, actual.height],
      expected: [expected.width, expected.height],
    },
  );
}
