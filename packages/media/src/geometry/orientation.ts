/**
 * How stored pictures become displayed ones: first exchanged rows and columns (`transposed`), then mirrored. All eight
 * orientations of a rectangle can be written so.
 */
export interface Orientation {
  readonly transposed: boolean;
  /** Mirror the displayed picture left to right. */
  readonly flipX: boolean;
  /** Mirror the displayed picture top to bottom. */
  readonly flipY: boolean;
}

/** Stored as displayed. */
export const uprightOrientation: Orientation = { transposed: false, flipX: false, flipY: false };

/**
 * The orientation that a display matrix asks for, to the nearest quarter turn.
 * The matrix is that of ISO/IEC 14496-12, 8.5.2 (track header): nine 32-bit numbers `[a b u; c d v; x y w]`, with
 * x' = a·x + c·y and y' = b·x + d·y.
 */
export function orientationFromMatrix(matrix: Int32Array): Orientation {
  const [a, b, , c, d] = matrix;
  if (Math.abs(b) > Math.abs(a)) return { transposed: true, flipX: c < 0, flipY: b < 0 };
  return { transposed: false, flipX: a < 0, flipY: d < 0 };
}

/** The clockwise turn of an orientation in degrees, 0, 90, 180 or 270; a mirrored picture counts by where its top goes. */
export function rotationDegrees(orientation: Orientation): number {
  if (orientation.transposed) return orientation.flipX ? 90 : 270;
  return orientation.flipY ? 180 : 0;
}

/**
 * Turns a stored picture into the displayed one.
 *
 * @param data `[height, width, channels]` row-major.
 * @returns `[width, height, channels]` for a transposed orientation, else the same shape; `data` itself where nothing changes.
 */
export function orientPicture(
  data: Uint8Array,
  width: number,
  height: number,
  channels: 1 | 3,
  orientation: Orientation,
): Uint8Array {
  const { transposed, flipX, flipY } = orientation;
  if (!transposed && !flipX && !flipY) return data;
  const outWidth = transposed ? height : width;
  const outHeight = transposed ? width : height;
  const stepX = (transposed ? width : 1) * channels * (flipX ? -1 : 1);
  const stepY = (transposed ? 1 : width) * channels * (flipY ? -1 : 1);
  const origin = (flipX ? (outWidth - 1) * -stepX : 0) + (flipY ? (outHeight - 1) * -stepY : 0);
  const out = new Uint8Array(data.length);
  let target = 0;
  for (let y = 0; y < outHeight; y += 1) {
    let source = origin + y * stepY;
    for (let x = 0; x < outWidth; x += 1, source += stepX) {
      for (let channel = 0; channel < channels; channel += 1) out[target++] = data[source + channel];
    }
  }
  return out;
}
