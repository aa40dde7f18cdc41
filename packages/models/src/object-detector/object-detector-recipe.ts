import { VigilError } from '@vigil/contracts';
import type { ModelRecipe } from '../cache/model-recipe.ts';
import { convertTflite } from '../graph/convert-tflite.ts';
import { readTflite } from '../graph/read-tflite.ts';
import { writeOnnx } from '../graph/write-onnx.ts';
import { objectLabels } from './object-labels.ts';

const labelBytes = 184;

/**
 * SSD MobileNetV2, trained on Open Images v4 (Google, Apache-2.0), from the packed assets of MediaPipe Objectron: the label map, then the tflite file.
 *
 * - Input `image`: `[1, 3, 300, 300]` float32 RGB, −1 to 1.
 * - Outputs: `boxes` `[1, 1917, 4]` encoded (centre y, centre x, height, width); `classes` `[1, 1917, 24]` logits; `block12` `[1, 19, 19, 96]`, inner
 *   features.
 */
export const objectDetectorRecipe: ModelRecipe = {
  name: 'object-detector',
  source: { packageName: '@mediapipe/objectron', file: 'objectron_solution_packed_assets.data', licence: 'Apache-2.0' },
  recipeVersion: 2,
  build(source) {
    const labels = new TextDecoder().decode(source.subarray(0, labelBytes)).trimEnd().split('\n');
    if (labels.join() !== objectLabels.join()) {
      throw new VigilError(
        'model-invalid',
        `The label map of @mediapipe/objectron is not the expected one: it begins with ${JSON.stringify(labels.slice(0, 3))}`,
      );
    }
    const model = readTflite(source.subarray(labelBytes));
    return writeOnnx(
      convertTflite(model, {
        name: 'object-detector',
        inputs: { image: 0 },
        outputs: { boxes: 241, classes: 244, block12: 194 },
        channelsFirstInputs: true,
      }),
    );
  },
};
