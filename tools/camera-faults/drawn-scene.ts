import type { GrayPicture } from './apply-fault.ts';
import { gaussianBlur, mulberry, smoothNoise } from './pixels.ts';

const width = 240;
const height = 160;
const noiseLevels = 1.2;

const ground = drawGround();

/**
 * A yard with houses and windows, seen by a camera with noise; two figures walk through it.
 *
 * @param noise - standard deviation of the noise, gray levels
 */
export function drawnScene(seconds: number, noise = noiseLevels): GrayPicture {
  const data = Float32Array.from(ground);
  for (const [start, speed, top, size] of [
    [20, 18, 80, 44],
    [200, -11, 60, 34],
  ]) {
    const left = Math.round((((start + seconds * speed) % width) + width) % width);
    for (let y = top; y < top + size; y++) {
      const end = Math.min(width, left + size / 3);
      for (let x = left; x < end; x++) data[y * width + x] = 40 + ((y * 7 + (x - left) * 3) & 31);
    }
  }
  const random = mulberry(Math.round(seconds * 1000) + 1);
  const shown = data.map((level) => level + noise * 1.7 * (random() + random() + random() + random() - 2));
  return { width, height, data: Uint8Array.from(shown, (level) => Math.min(255, Math.max(0, Math.round(level)))) };
}

/** As a lens draws it: nothing is sharper than about a pixel. */
function drawGround(): Uint8Array {
  const [coarse, fine] = [smoothNoise(3, 256), mulberry(11)];
  const picture = Float32Array.from(
    { length: width * height },
    (_, at) => 80 + 50 * coarse[(Math.floor(at / width) << 8) + (at % width)] + 60 * (fine() - 0.5),
  );
  for (let window = 0; window < 34; window++) {
    const [left, top] = [Math.floor(fine() * (width - 24)), Math.floor(fine() * (height - 20))];
    const [across, down, level] = [8 + Math.floor(fine() * 22), 6 + Math.floor(fine() * 18), 50 + fine() * 130];
    for (let y = top; y < Math.min(height, top + down); y++)
      picture.fill(level, y * width + left, y * width + Math.min(width, left + across));
  }
  return gaussianBlur({ width, height, data: Uint8Array.from(picture) }, 0.8).data;
}
