import type { BackgroundSettings } from './background-settings.ts';

/** Values of a foreground mask. */
export const maskValues = {
  /** The pixel shows the background. */
  background: 0,
  /** The pixel differs from the background, and nothing has moved there of late: a thing at rest, or the hole that one left. */
  settled: 128,
  /** The pixel differs from the background, and its block moved a moment ago. */
  active: 255,
} as const;

/** Everything remembered of each pixel: arrays of `[height, width]`. */
export interface PixelHistory {
  /** Background level, float32, 0 to 255. */
  readonly level: Float32Array;
  /** Mean absolute deviation from the background level, gray levels. */
  readonly deviation: Float32Array;
  /** For how long the background level has been seen in all, seconds, up to the absorption time. */
  readonly seenSeconds: Float32Array;
  /** Level of the thing that stands before the background, gray levels. */
  readonly candidateLevel: Float32Array;
  /** For how long the candidate has been seen, less the time it was hidden, seconds. */
  readonly candidateSeconds: Float32Array;
  /** When the candidate was first seen, seconds of media time. */
  readonly candidateSince: Float64Array;
  /** The foreground mask, see {@link maskValues}. */
  readonly mask: Uint8Array;
}

/** A history of a picture nobody has seen yet. */
export function emptyHistory(pixels: number): PixelHistory {
  return {
    level: new Float32Array(pixels),
    deviation: new Float32Array(pixels),
    seenSeconds: new Float32Array(pixels),
    candidateLevel: new Float32Array(pixels),
    candidateSeconds: new Float32Array(pixels),
    candidateSince: new Float64Array(pixels),
    mask: new Uint8Array(pixels),
  };
}

/** Copies every array of `from` into `to`. */
export function copyHistory(from: PixelHistory, to: PixelHistory): void {
  to.level.set(from.level);
  to.deviation.set(from.deviation);
  to.seenSeconds.set(from.seenSeconds);
  to.candidateLevel.set(from.candidateLevel);
  to.candidateSeconds.set(from.candidateSeconds);
  to.candidateSince.set(from.candidateSince);
  to.mask.set(from.mask);
}

/** Mean absolute deviation assumed of a pixel that is not known yet, gray levels. */
const initialDeviation = 2;

/** Forgets everything and takes the picture as background. */
export function restartHistory(history: PixelHistory, data: Uint8Array, timeSeconds: number): void {
  history.level.set(data);
  history.deviation.fill(initialDeviation);
  history.seenSeconds.fill(0);
  history.candidateLevel.set(data);
  history.candidateSeconds.fill(0);
  history.candidateSince.fill(timeSeconds);
  history.mask.fill(maskValues.background);
}

const candidateTolerance = 12;
const candidateRate = 0.15;
/** A candidate is forgotten this many times as fast where the background shows as where something else hides it. */
const forgetFactor = 2;
/** A candidate starts with at most this credit, seconds, however long the pixel was not looked at. */
const longestFirstCreditSeconds = 0.1;
const minimumDeviation = 0.5;
/** A candidate never replaces a background before this time, seconds. */
const minimumAbsorbSeconds = 0.6;
/** A young background gives way to a candidate that has been seen this many times as long. */
const outvoteFactor = 2;

/** A part of the picture that is updated at once, in pixels; right and bottom exclusive. */
export interface PixelArea {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Updates the pixels of an area with the levels of a frame. The background is a running mean and mean absolute deviation; what differs from it
 * competes as a candidate by a majority vote over time, as in Boyer and Moore's algorithm, which tells a thing that rests from things that pass
 * by without storing samples.
 * @param stepSeconds time since these pixels were last updated
 * @returns how many of them are foreground
 */
export function updatePixels(
  history: PixelHistory,
  data: Uint8Array,
  width: number,
  area: PixelArea,
  timeSeconds: number,
  stepSeconds: number,
  foregroundValue: number,
  settings: BackgroundSettings,
): number {
  const { level, deviation, seenSeconds, candidateLevel, candidateSeconds, candidateSince, mask } = history;
  const { minimumContrast, deviationFactor, adaptSeconds, absorbSeconds } = settings;
  const slowRate = Math.min(1, stepSeconds / adaptSeconds);
  let foreground = 0;
  for (let y = area.top; y < area.bottom; y++) {
    const end = y * width + area.right;
    for (let i = y * width + area.left; i < end; i++) {
      const value = data[i];
      const difference = value - level[i];
      const distance = Math.abs(difference);
      const seen = seenSeconds[i];
      const usual = deviation[i];
      if (distance <= minimumContrast || distance <= deviationFactor * usual) {
        const rate = seen < adaptSeconds ? Math.max(slowRate, stepSeconds / (seen + 2 * stepSeconds)) : slowRate;
        level[i] += rate * difference;
        const learned = usual + rate * (distance - usual);
        deviation[i] = learned > minimumDeviation ? learned : minimumDeviation;
        if (seen < absorbSeconds) seenSeconds[i] = seen + stepSeconds;
        if (candidateSeconds[i] > 0) candidateSeconds[i] = Math.max(0, candidateSeconds[i] - forgetFactor * stepSeconds);
        mask[i] = maskValues.background;
        continue;
      }
      mask[i] = foregroundValue;
      foreground++;
      const candidateDifference = value - candidateLevel[i];
      if (Math.abs(candidateDifference) <= candidateTolerance && candidateSeconds[i] > 0) {
        candidateLevel[i] += candidateRate * candidateDifference;
        candidateSeconds[i] += stepSeconds;
        if (candidateSeconds[i] < Math.max(minimumAbsorbSeconds, Math.min(absorbSeconds, outvoteFactor * seen))) continue;
        absorb(history, i, absorbSeconds);
        foreground--;
      } else if (candidateSeconds[i] > stepSeconds) {
        candidateSeconds[i] -= stepSeconds;
      } else {
        candidateLevel[i] = value;
        candidateSeconds[i] = Math.min(stepSeconds, longestFirstCreditSeconds);
        candidateSince[i] = timeSeconds;
      }
    }
  }
  return foreground;
}

/** Makes the candidate the background and keeps the old background as candidate without credit. */
function absorb(history: PixelHistory, i: number, absorbSeconds: number): void {
  const old = history.level[i];
  history.level[i] = history.candidateLevel[i];
  history.deviation[i] = initialDeviation;
  history.seenSeconds[i] = Math.min(absorbSeconds, history.candidateSeconds[i]);
  history.candidateLevel[i] = old;
  history.candidateSeconds[i] = 0;
  history.mask[i] = maskValues.background;
}
