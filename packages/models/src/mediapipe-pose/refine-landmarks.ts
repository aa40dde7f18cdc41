import { VigilError } from '@vigil/contracts';
import { landmarkValues, poseLandmarkCount } from './pose-landmarks.ts';

const mapSize = 64;
const leastPeak = 0.5;

/** Heat-map cells along a side of the window that a landmark is refined in: 7 in MediaPipe's graph, 9 in its Python package, which loses the option. */
export type RefinementKernel = 7 | 9;

/**
 * Moves landmarks to the weighted mean of the heat map around them, where it has a clear peak (MediaPipe's RefineLandmarksFromHeatmapCalculator).
 *
 * @param landmarks - `[39, 5]` of which x and y, in fractions of the model's input, are changed in place
 * @param heatMap - `[64, 64, 39]` logits
 * @throws VigilError `inference-failed` where the heat map has another size
 */
export function refineLandmarks(landmarks: Float32Array, heatMap: Float32Array, kernel: RefinementKernel): void {
  if (heatMap.length !== mapSize * mapSize * poseLandmarkCount)
    throw new VigilError('inference-failed', `The heat map of the pose landmark model has ${heatMap.length} numbers`);
  for (let landmark = 0; landmark < poseLandmarkCount; landmark++) {
    const at = landmark * landmarkValues;
    const column = Math.trunc(landmarks[at] * mapSize);
    const row = Math.trunc(landmarks[at + 1] * mapSize);
    if (column < 0 || row < 0 || column >= mapSize || row >= mapSize) continue;
    const refined = weightedMean(heatMap, landmark, column, row, (kernel - 1) / 2);
    if (refined === null) continue;
    landmarks[at] = refined.x;
    landmarks[at + 1] = refined.y;
  }
}

function weightedMean(
  heatMap: Float32Array,
  landmark: number,
  centerColumn: number,
  centerRow: number,
  reach: number,
): { x: number; y: number } | null {
  let [sum, sumX, sumY, peak] = [0, 0, 0, 0];
  for (let row = Math.max(0, centerRow - reach); row <= Math.min(mapSize - 1, centerRow + reach); row++) {
    for (let column = Math.max(0, centerColumn - reach); column <= Math.min(mapSize - 1, centerColumn + reach); column++) {
      const weight = 1 / (1 + Math.exp(-heatMap[(row * mapSize + column) * poseLandmarkCount + landmark]));
      sum += weight;
      sumX += weight * column;
      sumY += weight * row;
      peak = Math.max(peak, weight);
    }
  }
  return peak >= leastPeak ? { x: sumX / sum / mapSize, y: sumY / sum / mapSize } : null;
}
