/** The kernel ends at this many sigmas, as in scipy.ndimage.gaussian_filter1d. */
const truncateSigmas = 4;

/**
 * Smooths the scores of one clip with a Gaussian kernel of radius ⌊4σ + ½⌋ frames, normalised to sum 1. Beyond either end
 * the clip is mirrored about its edge (… b a | a b c … ), the mode `reflect` of scipy.ndimage.gaussian_filter1d.
 *
 * @param sigmaFrames - Standard deviation in frames; 0 leaves the scores as they are.
 */
export function gaussianSmooth(scores: ArrayLike<number>, sigmaFrames: number): Float64Array {
  if (!(sigmaFrames >= 0)) throw new RangeError(`The smoothing must have a sigma of at least 0 frames; got ${sigmaFrames}.`);
  const smooth = Float64Array.from(scores);
  if (sigmaFrames === 0 || scores.length === 0) return smooth;
  const radius = Math.floor(truncateSigmas * sigmaFrames + 0.5);
  const kernel = Float64Array.from({ length: 2 * radius + 1 }, (_, index) =>
    Math.exp(-0.5 * ((index - radius) / sigmaFrames) ** 2),
  );
  const total = kernel.reduce((sum, weight) => sum + weight, 0);
  for (let frame = 0; frame < scores.length; frame += 1) {
    let sum = 0;
    for (let tap = 0; tap < kernel.length; tap += 1) {
      sum += (kernel[tap] as number) * (scores[mirror(frame + tap - radius, scores.length)] as number);
    }
    smooth[frame] = sum / total;
  }
  return smooth;
}

/**
 * Median over a window of frames centred on each frame; at the ends the window is cut to the clip, and an even number of
 * frames gives the mean of the middle two.
 *
 * @param windowFrames - Odd length of the window.
 */
export function temporalMedian(scores: ArrayLike<number>, windowFrames: number): Float64Array {
  if (!Number.isInteger(windowFrames) || windowFrames < 1 || windowFrames % 2 === 0) {
    throw new RangeError(`The window of a temporal median must be an odd number of frames; got ${windowFrames}.`);
  }
  const values = Float64Array.from(scores);
  const half = (windowFrames - 1) / 2;
  return values.map((_, frame) => {
    const window = values.slice(Math.max(0, frame - half), frame + half + 1).sort();
    const middle = window.length >> 1;
    return window.length % 2 === 1
      ? (window[middle] as number)
      : ((window[middle - 1] as number) + (window[middle] as number)) / 2;
  });
}

/** Index of a frame beyond the ends, mirrored about the edges as often as it takes. */
function mirror(frame: number, length: number): number {
  const period = 2 * length;
  const within = ((frame % period) + period) % period;
  return within < length ? within : period - 1 - within;
}
