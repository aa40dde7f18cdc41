import { VigilError } from '@vigil/contracts';
import { landmarkValues, poseLandmarkCount, poseWorldLandmarkCount } from './pose-landmarks.ts';

/** Side in pixels of the square picture that a landmark model sees. */
export const landmarkInputSize = 256;

/** The model gives depth on a scale of its own. */
const depthScale = 0.4;

/**
 * Reads the landmarks that the model gave (MediaPipe's TensorsToLandmarksCalculator).
 *
 * @param values - `[39, 5]`: x, y, z in pixels of the input, visibility and presence logits
 * @returns `[39, 5]`: x and y in fractions of the input, z on about the same scale, visibility and presence 0 to 1
 * @throws VigilError `inference-failed` where the answer has another size
 */
export function decodeLandmarks(values: Float32Array): Float32Array<ArrayBuffer> {
  expectLength(values, poseLandmarkCount * landmarkValues);
  return Float32Array.from(values, (value, index) => {
    switch (index % landmarkValues) {
      case 0:
      case 1:
        return value / landmarkInputSize;
      case 2:
        return value / landmarkInputSize / depthScale;
      default:
        return 1 / (1 + Math.exp(-value));
    }
  });
}

/**
 * Turns world landmarks as the body is turned in the picture (MediaPipe's WorldLandmarkProjectionCalculator).
 *
 * @param values - `[39, 3]` metres, upright as the model saw the body
 * @returns `[33, 3]`: x to the right, y down, z away from the camera, metres from the middle of the hips
 * @throws VigilError `inference-failed` where the answer has another size
 */
export function decodeWorldLandmarks(values: Float32Array, rotationRadians: number): Float32Array<ArrayBuffer> {
  expectLength(values, poseLandmarkCount * 3);
  const [cosine, sine] = [Math.cos(rotationRadians), Math.sin(rotationRadians)];
  const world = new Float32Array(poseWorldLandmarkCount * 3);
  for (let at = 0; at < world.length; at += 3) {
    world[at] = cosine * values[at] - sine * values[at + 1];
    world[at + 1] = sine * values[at] + cosine * values[at + 1];
    world[at + 2] = values[at + 2];
  }
  return world;
}

function expectLength(values: Float32Array, length: number): void {
  if (values.length !== length)
    throw new VigilError(
      'inference-failed',
      `The pose landmark model answered with ${values.length} numbers; ${length} were expected`,
    );
}
