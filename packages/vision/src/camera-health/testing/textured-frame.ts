import type { GrayFrame } from '@vigil/contracts';

/** Levels of a scene at whole places, smooth over a few pixels, the same for the same place. */
function sceneLevel(x: number, y: number): number {
  const waves = Math.sin(x / 7.3 + y / 11.1) + Math.sin(x / 13.7 - y / 6.1) + Math.sin((x * y) / 900 + x / 3.1);
  const blocks = (Math.imul((x >> 4) * 73 + (y >> 4) * 151 + 9, 2654435761) >>> 28) * 5;
  return 60 + 16 * waves + blocks;
}

/** The scene is known this far beyond the picture, pixels. */
const margin = 80;
const [width, height] = [240, 160];
const across = width + 2 * margin;
const scene = Float32Array.from({ length: across * (height + 2 * margin) }, (_, at) =>
  sceneLevel((at % across) - margin, Math.floor(at / across) - margin),
);

/** What a textured frame shows. */
export interface TexturedFrameOptions {
  readonly seconds?: number;
  /** The scene lies this far to the right and below, at most 80 pixels. */
  readonly shiftX?: number;
  readonly shiftY?: number;
  readonly gain?: number;
  /** Half width of the noise, gray levels. */
  readonly noise?: number;
}

/** A frame of 240 × 160 pixels that shows a textured scene; the same options give the same pixels. */
export function texturedFrame({
  seconds = 0,
  shiftX = 0,
  shiftY = 0,
  gain = 1,
  noise = 0,
}: TexturedFrameOptions = {}): GrayFrame {
  const data = new Uint8Array(width * height);
  let state = Math.round(seconds * 1000) + 1;
  for (let at = 0; at < data.length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const level = gain * scene[(Math.floor(at / width) - shiftY + margin) * across + (at % width) - shiftX + margin];
    data[at] = Math.min(255, Math.max(0, Math.round(level + noise * (state / 2 ** 31 - 1))));
  }
  return { index: Math.round(seconds * 10), timeSeconds: seconds, width, height, data };
}
