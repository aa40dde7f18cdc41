import { z } from 'zod';

/** A box in fractions of the displayed picture: 0 is its left or top edge, 1 its right or bottom edge. */
export const boundingBoxSchema = z.object({
  left: z.number(),
  top: z.number(),
  width: z.number().nonnegative(),
  height: z.number().nonnegative(),
});

/** A box in fractions of the displayed picture, x to the right, y down. */
export type BoundingBox = z.infer<typeof boundingBoxSchema>;

/** Area of the overlap of two boxes divided by the area of their union, 0 to 1. */
export function intersectionOverUnion(a: BoundingBox, b: BoundingBox): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  if (width <= 0 || height <= 0) return 0;
  const overlap = width * height;
  return overlap / (a.width * a.height + b.width * b.height - overlap);
}
