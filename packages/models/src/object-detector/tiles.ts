import type { BoundingBox } from '@vigil/contracts';

/** Neighbouring tiles share at least this part of their side, so that what one cuts the other sees whole. */
const leastOverlap = 0.1;

/** The whole picture as one tile. */
export const wholePicture: BoundingBox = { left: 0, top: 0, width: 1, height: 1 };

/**
 * The parts of a picture that the detector should look at.
 *
 * @param width - width of the picture in pixels
 * @param height - its height in pixels
 * @param smallPeople - true cuts overlapping squares as high (or wide) as the picture, in which people appear larger and unsquashed; false gives the
 *   whole picture
 * @returns tiles in fractions of the picture, from left to right or from top to bottom, on whole pixels
 */
export function tilesFor(width: number, height: number, smallPeople: boolean): BoundingBox[] {
  if (!smallPeople) return [wholePicture];
  const [side, length] = [Math.min(width, height), Math.max(width, height)];
  const count = Math.ceil((length / side - leastOverlap) / (1 - leastOverlap) - 1e-9);
  return Array.from({ length: count }, (_, index) => {
    const start = count === 1 ? 0 : Math.round((index * (length - side)) / (count - 1)) / length;
    const extent = side / length;
    return width >= height
      ? { left: start, top: 0, width: extent, height: 1 }
      : { left: 0, top: start, width: 1, height: extent };
  });
}

/** A box in fractions of a tile, in fractions of the picture. */
export function fromTile(tile: BoundingBox, box: BoundingBox): BoundingBox {
  return {
    left: tile.left + box.left * tile.width,
    top: tile.top + box.top * tile.height,
    width: box.width * tile.width,
    height: box.height * tile.height,
  };
}

/** A box in fractions of the picture, in fractions of a tile. */
export function toTile(tile: BoundingBox, box: BoundingBox): BoundingBox {
  return {
    left: (box.left - tile.left) / tile.width,
    top: (box.top - tile.top) / tile.height,
    width: box.width / tile.width,
    height: box.height / tile.height,
  };
}
