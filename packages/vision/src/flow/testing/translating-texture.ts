/** Smooth texture with detail from 5 to 40 pixels across, 0 to 255. */
function textureAt(x: number, y: number): number {
  const coarse = Math.sin(0.16 * x + 0.05 * y) + Math.cos(0.21 * y - 0.07 * x);
  const fine = Math.sin(0.9 * x + 0.4 * y) * Math.cos(0.7 * y - 0.3 * x) + Math.sin(0.5 * (x + y));
  return 127.5 + 32 * coarse + 28 * fine;
}

function frameOf(width: number, height: number, dx: number, dy: number): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, index) =>
    Math.round(Math.min(255, Math.max(0, textureAt((index % width) - dx, Math.floor(index / width) - dy)))),
  );
}

/** Two gray frames, `[height, width]`, of a texture that moves by (dx, dy) pixels from the first to the second. */
export function translatingTexture(
  width: number,
  height: number,
  dx: number,
  dy: number,
): { first: Uint8Array; second: Uint8Array } {
  return { first: frameOf(width, height, 0, 0), second: frameOf(width, height, dx, dy) };
}
