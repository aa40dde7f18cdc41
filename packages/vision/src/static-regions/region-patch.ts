import type { PictureSize } from '@vigil/contracts';
import type { PixelHistory } from '../background/pixel-history.ts';
import type { Component } from '../blobs/connected-components.ts';

/** What the pixels of a changed region say about it. */
export interface RegionPatch {
  /** Correlation of the pattern now with the pattern of the background, −1 to 1; near 1 for shadows and light. */
  readonly textureCorrelation: number;
  /** Standard deviation of the background's levels in the region, gray levels: how much pattern there is to compare. */
  readonly backgroundTexture: number;
  /** Median of present over background brightness. */
  readonly brightnessRatio: number;
  /** Half the distance between the quartiles of that ratio, relative to the median: small where one factor explains the region. */
  readonly ratioSpread: number;
  /** Mean absolute difference from the background, gray levels. */
  readonly contrast: number;
  /** When most of the region had taken on its present look, seconds. */
  readonly sinceSeconds: number;
  /** For how long the background had been known there (median), seconds. */
  readonly knownSeconds: number;
}

/** Indices of the pixels of a component in reading order. */
export function pixelsOf(component: Component, { width }: PictureSize): Int32Array {
  const pixels = new Int32Array(component.areaPixels);
  let count = 0;
  for (const { y, start, end } of component.runs) for (let x = start; x < end; x++) pixels[count++] = y * width + x;
  return pixels;
}

/** Compares what is at rest in the pixels with the background behind it. */
export function measurePatch(history: Readonly<PixelHistory>, pixels: Int32Array): RegionPatch {
  const { level, candidateLevel, candidateSince, seenSeconds } = history;
  const n = pixels.length;
  let sumA = 0;
  let sumB = 0;
  let contrast = 0;
  for (const i of pixels) {
    sumA += candidateLevel[i];
    sumB += level[i];
    contrast += Math.abs(candidateLevel[i] - level[i]);
  }
  let squaresA = 0;
  let squaresB = 0;
  let product = 0;
  for (const i of pixels) {
    const a = candidateLevel[i] - sumA / n;
    const b = level[i] - sumB / n;
    squaresA += a * a;
    squaresB += b * b;
    product += a * b;
  }
  const ratios = Float64Array.from(pixels, (i) => (candidateLevel[i] + 4) / (level[i] + 4)).sort();
  const brightnessRatio = quantile(ratios, 0.5);
  return {
    textureCorrelation: squaresA > 0 && squaresB > 0 ? product / Math.sqrt(squaresA * squaresB) : 0,
    backgroundTexture: Math.sqrt(squaresB / n),
    brightnessRatio,
    ratioSpread: (quantile(ratios, 0.75) - quantile(ratios, 0.25)) / 2 / brightnessRatio,
    contrast: contrast / n,
    sinceSeconds: quantile(Float64Array.from(pixels, (i) => candidateSince[i]).sort(), 0.7),
    knownSeconds: quantile(Float64Array.from(pixels, (i) => seenSeconds[i]).sort(), 0.5),
  };
}

/** For how long what is at rest in a component has been seen (median), seconds. */
export function restingSeconds(component: Component, history: Readonly<PixelHistory>, picture: PictureSize): number {
  return quantile(Float64Array.from(pixelsOf(component, picture), (i) => history.candidateSeconds[i]).sort(), 0.5);
}

function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
