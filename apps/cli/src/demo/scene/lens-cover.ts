import type { Canvas, Rgb } from '../drawing/canvas.ts';
import { smoothNoise } from '../drawing/random.ts';

const cloth: Rgb = [58, 50, 46];
/** How long the cloth takes to slide over the lens, or off it. */
const slideSeconds = 0.6;
/** So close to the lens, an edge is this wide: share of the picture's width. */
const edgeShare = 0.12;

/** A cloth that somebody slides over the lens, holds there and takes away. */
export interface LensCover {
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** The side that it comes from: 1 right, −1 left. */
  readonly side: 1 | -1;
}

/** How much of the picture's width the cloth covers, 0 to 1. */
function coveredShare({ startSeconds, endSeconds }: LensCover, seconds: number): number {
  const ease = (share: number): number => share * share * (3 - 2 * share);
  const since = Math.min(seconds - startSeconds, endSeconds - seconds) / slideSeconds;
  return ease(Math.min(1, Math.max(0, since)));
}

/** Draws the cloth over the picture: dark, out of focus, a little uneven. */
export function drawLensCover(canvas: Canvas, cover: LensCover, seconds: number): void {
  const share = coveredShare(cover, seconds);
  if (share === 0) return;
  const { width, height, data } = canvas;
  // The edge starts outside of one side and ends outside of the other.
  const reach = share * (1 + 2 * edgeShare) - edgeShare;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 3) {
      const across = cover.side === 1 ? 1 - x / width : x / width;
      const covered = Math.min(1, Math.max(0, 0.5 + (reach - across - 0.04 * (y / height)) / edgeShare));
      if (covered === 0) continue;
      const shade = 0.8 + 0.4 * smoothNoise((2.2 * x) / width + 0.3 * Math.sin(seconds), (1.6 * y) / height, 71);
      for (let channel = 0; channel < 3; channel++) {
        data[at + channel] += Math.round((cloth[channel] * shade - data[at + channel]) * covered);
      }
    }
  }
}
