import type { Canvas } from '../drawing/canvas.ts';
import { Random } from '../drawing/random.ts';

/** Standard deviation of the noise, gray levels. */
const noiseLevels = 1.3;
const noiseLength = 2 ** 16;

/** What a camera adds to a scene: a light that drifts slowly, and noise. */
export class Sensor {
  readonly #noise = new Int8Array(noiseLength);
  readonly #random: Random;
  readonly #phase: number;

  constructor(seed: number) {
    this.#random = new Random(seed ^ 0x0105e);
    this.#phase = this.#random.between(0, 2 * Math.PI);
    for (let i = 0; i < noiseLength; i++) {
      // A sum of six uniform numbers is close to a normal distribution of variance 1/2.
      let sum = -3;
      for (let k = 0; k < 6; k++) sum += this.#random.next();
      this.#noise[i] = Math.round(sum * Math.SQRT2 * noiseLevels);
    }
  }

  /** Changes a picture of the scene into what the camera delivers. Call it once a frame, in order. */
  expose(canvas: Canvas, seconds: number): void {
    const gain = 1 + 0.02 * Math.sin((2 * Math.PI * seconds) / 71 + this.#phase) + 0.008 * Math.sin((2 * Math.PI * seconds) / 23);
    const levels = Uint8ClampedArray.from({ length: 256 + 32 }, (_, level) => Math.round((level - 16) * gain));
    const { data, width } = canvas;
    for (let row = 0; row < data.length; row += 3 * width) {
      let noiseAt = Math.floor(this.#random.next() * noiseLength);
      for (let at = row; at < row + 3 * width; at += 3) {
        const noise = 16 + this.#noise[noiseAt++ & (noiseLength - 1)];
        data[at] = levels[data[at] + noise];
        data[at + 1] = levels[data[at + 1] + noise];
        data[at + 2] = levels[data[at + 2] + noise];
      }
    }
  }
}
