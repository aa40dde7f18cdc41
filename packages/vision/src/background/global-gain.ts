/** How the brightness of a whole picture relates to that of its background. */
export interface GlobalGain {
  /** Median of current over background brightness. */
  readonly gain: number;
  /** Share of samples whose own ratio lies within 4 % (or 3 levels) of the median, 0 to 1: near 1 where one factor explains the whole picture. */
  readonly agreement: number;
}

const binCount = 256;
/** Ratios are counted on a logarithmic scale from 1/4 to 4. */
const logarithmicRange = Math.log(4);
const sampleStep = 8;
/** Pixels darker than this say nothing about a ratio. */
const minimumLevel = 16;

/**
 * Compares a picture with its background on a sparse grid, so that a change of exposure or of daylight can be told from things that move.
 * @param data `[height, width]` luma, 0 to 255
 * @param background `[height, width]` float32 luma, 0 to 255
 */
export function measureGlobalGain(data: Uint8Array, background: Float32Array, width: number, height: number): GlobalGain {
  const histogram = new Int32Array(binCount);
  let count = 0;
  for (let y = sampleStep >> 1; y < height; y += sampleStep) {
    for (let x = sampleStep >> 1; x < width; x += sampleStep) {
      const level = background[y * width + x];
      if (level < minimumLevel) continue;
      const ratio = Math.log(Math.max(1, data[y * width + x]) / level);
      const bin = Math.round(((ratio + logarithmicRange) / (2 * logarithmicRange)) * (binCount - 1));
      histogram[Math.min(binCount - 1, Math.max(0, bin))]++;
      count++;
    }
  }
  if (count === 0) return { gain: 1, agreement: 1 };
  const bin = medianBin(histogram, count);
  let near = 0;
  for (let i = Math.max(0, bin - 4); i <= Math.min(binCount - 1, bin + 4); i++) near += histogram[i];
  return { gain: Math.exp((bin / (binCount - 1)) * 2 * logarithmicRange - logarithmicRange), agreement: near / count };
}

function medianBin(histogram: Int32Array, count: number): number {
  let below = 0;
  for (let bin = 0; bin < histogram.length; bin++) {
    below += histogram[bin];
    if (below * 2 >= count) return bin;
  }
  return histogram.length - 1;
}
