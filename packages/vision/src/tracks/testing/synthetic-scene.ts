import type { GrayFrame, PictureSize } from '@vigil/contracts';

/** A filled figure in pixels. */
export interface Figure {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Luma, 0 to 255. */
  readonly tone: number;
}

/** How the whole picture differs from the plain ground. */
export interface Lighting {
  /** Factor of brightness. */
  readonly gain?: number;
  /** Soft shadows: parts of the picture with their own factor of brightness. */
  readonly shadows?: readonly (Omit<Figure, 'tone'> & { readonly gain: number })[];
}

/** Size of every synthetic picture, pixels. */
export const syntheticPicture: PictureSize = { width: 160, height: 120 };

const ground = Uint8Array.from(
  { length: syntheticPicture.width * syntheticPicture.height },
  (_, i) => 90 + ((Math.imul(i + 17, 2654435761) >>> 27) + ((i >> 3) & 7)),
);

/** A textured ground with sensor noise of −1 to 2 levels and the figures on it; ten frames a second; the same arguments give the same picture. */
export function syntheticFrame(index: number, figures: readonly Figure[], lighting: Lighting = {}): GrayFrame {
  const { width, height } = syntheticPicture;
  const data = ground.slice();
  for (const { left, top, width: shadowWidth, height: shadowHeight, gain } of lighting.shadows ?? []) {
    for (let y = top; y < top + shadowHeight; y++) for (let x = left; x < left + shadowWidth; x++) data[y * width + x] *= gain;
  }
  for (const figure of figures) draw(data, figure);
  let noise = Math.imul(index + 1, 2246822519) >>> 0;
  const gain = lighting.gain ?? 1;
  for (let i = 0; i < data.length; i++) {
    noise = (Math.imul(noise, 1664525) + 1013904223) >>> 0;
    data[i] = Math.min(255, Math.max(0, data[i] * gain + (noise >>> 30) - 1));
  }
  return { index, timeSeconds: index / 10, width, height, data };
}

function draw(data: Uint8Array, figure: Figure): void {
  const { width, height } = syntheticPicture;
  const bottom = Math.min(height, Math.round(figure.top + figure.height));
  const right = Math.min(width, Math.round(figure.left + figure.width));
  for (let y = Math.max(0, Math.round(figure.top)); y < bottom; y++) {
    for (let x = Math.max(0, Math.round(figure.left)); x < right; x++) data[y * width + x] = figure.tone + ((y * 3) & 15);
  }
}
