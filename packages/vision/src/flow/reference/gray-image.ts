/** Gray picture of one pyramid level. */
export interface GrayImage {
  readonly width: number;
  readonly height: number;
  /** `[height, width]` uint8. */
  readonly data: Uint8Array;
}

/** Source pixels and their shares that make one pixel of a smaller line: `first` and on, weights that sum to 1. */
function sharesOf(index: number, scale: number, length: number): { first: number; weights: number[] } {
  const start = index * scale;
  const end = Math.min(start + scale, length);
  const first = Math.floor(start);
  const weights: number[] = [];
  for (let source = first; source < end; source++) {
    weights.push((Math.min(source + 1, end) - Math.max(source, start)) / (end - start));
  }
  return { first, weights };
}

/** Shrinks a picture: every new pixel is the mean of the area it covers, rounded half up. */
export function shrinkByArea(image: GrayImage, width: number, height: number): GrayImage {
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const rows = sharesOf(y, image.height / height, image.height);
    for (let x = 0; x < width; x++) {
      const columns = sharesOf(x, image.width / width, image.width);
      let sum = 0;
      rows.weights.forEach((rowWeight, row) =>
        columns.weights.forEach((columnWeight, column) => {
          sum += rowWeight * columnWeight * image.data[(rows.first + row) * image.width + columns.first + column];
        }),
      );
      data[y * width + x] = Math.floor(sum + 0.5);
    }
  }
  return { width, height, data };
}

/** Brings a coordinate inside 0 to `length - 1`. */
export function clampTo(length: number, value: number): number {
  return value < 0 ? 0 : value > length - 1 ? length - 1 : value;
}

/** The picture between its pixels, bilinear; outside it the nearest border pixel goes on. */
export function sampleImage(image: GrayImage, x: number, y: number): number {
  const insideX = clampTo(image.width, x);
  const insideY = clampTo(image.height, y);
  const left = Math.floor(insideX);
  const top = Math.floor(insideY);
  const right = Math.min(left + 1, image.width - 1);
  const bottom = Math.min(top + 1, image.height - 1);
  const shareX = insideX - left;
  const shareY = insideY - top;
  const at = (px: number, py: number): number => image.data[py * image.width + px];
  const upper = at(left, top) + shareX * (at(right, top) - at(left, top));
  const lower = at(left, bottom) + shareX * (at(right, bottom) - at(left, bottom));
  return upper + shareY * (lower - upper);
}
