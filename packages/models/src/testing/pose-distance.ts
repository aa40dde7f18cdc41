import type { PictureSize } from '@vigil/contracts';
import type { RecordedAnswer } from './recorded-pose.ts';

/** How far landmarks are from recorded ones. Of those that the recording saw (visibility of at least 0.5). */
export interface PoseDistances {
  /** In percent of the side of the region. */
  readonly image: number[];
  /** In centimetres. */
  readonly world: number[];
}

/**
 * Compares landmarks with recorded ones.
 *
 * @param places - rows that begin with x, y in fractions of the picture, in place of `recorded.landmarks`; for another kernel
 */
export function poseDistances(
  pose: { readonly landmarks: Float32Array; readonly world: Float32Array },
  recorded: RecordedAnswer,
  picture: PictureSize,
  places: readonly (readonly number[])[] = recorded.landmarks ?? [],
): PoseDistances {
  const sidePixels = (recorded.roi?.size[0] ?? Number.NaN) * picture.width;
  const seen = places.flatMap((_, index) => ((recorded.landmarks?.[index][3] ?? 0) >= 0.5 ? [index] : []));
  return {
    image: seen.map((index) => {
      const across = (pose.landmarks[index * 5] - places[index][0]) * picture.width;
      const down = (pose.landmarks[index * 5 + 1] - places[index][1]) * picture.height;
      return (100 * Math.hypot(across, down)) / sidePixels;
    }),
    world: seen.map((index) => {
      const row = recorded.worldLandmarksMetres?.[index] ?? [];
      return 100 * Math.hypot(...row.map((value, axis) => value - pose.world[index * 3 + axis]));
    }),
  };
}

/** A quantile of numbers, 0 to 1; NaN where there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
