import { VigilError } from '@vigil/contracts';
import type { ModelRecipe } from '../cache/model-recipe.ts';
import { convertTflite } from '../graph/convert-tflite.ts';
import { readTflite } from '../graph/read-tflite.ts';
import { writeOnnx } from '../graph/write-onnx.ts';

/** The landmark models, from the quickest to the most exact. */
export const poseVariants = ['lite', 'full', 'heavy'] as const;

/** One of {@link poseVariants}. */
export type PoseVariant = (typeof poseVariants)[number];

interface ExpectedOutput {
  readonly tensor: number;
  readonly shape: readonly number[];
}

/**
 * Detector of MediaPipe Pose (BlazePose; Google, Apache-2.0). The packed assets of the package are its tflite file and nothing else.
 *
 * - Input `image`: `[1, 3, 224, 224]` float32 RGB, −1 to 1.
 * - Outputs: `boxes` `[1, 2254, 12]`, a box and 4 key points for each anchor, in pixels of the input; `scores` `[1, 2254, 1]` logits.
 */
export const poseDetectionRecipe: ModelRecipe = poseRecipe('pose-detection', 'pose_solution_packed_assets.data', {
  boxes: { tensor: 441, shape: [1, 2254, 12] },
  scores: { tensor: 429, shape: [1, 2254, 1] },
});

// The files also compute a mask of the person, which is left out.
const landmarkOutputs = (landmarks: number, score: number, heatMap: number, world: number): Record<string, ExpectedOutput> => ({
  landmarks: { tensor: landmarks, shape: [1, 195] },
  score: { tensor: score, shape: [1, 1] },
  heatMap: { tensor: heatMap, shape: [1, 64, 64, 39] },
  world: { tensor: world, shape: [1, 117] },
});

/**
 * Landmark models of MediaPipe Pose (BlazePose GHUM; Google, Apache-2.0).
 *
 * - Input `image`: `[1, 3, 256, 256]` float32 RGB, 0 to 1.
 * - Outputs: `landmarks` `[1, 195]`, 39 × (x, y, z in pixels of the input, visibility and presence logits); `score` `[1, 1]`, 0 to 1, that there is a
 *   person; `heatMap` `[1, 64, 64, 39]` logits; `world` `[1, 117]`, 39 × (x, y, z) metres.
 */
export const poseLandmarkRecipes: Readonly<Record<PoseVariant, ModelRecipe>> = {
  lite: poseRecipe('pose-landmark-lite', 'pose_landmark_lite.tflite', landmarkOutputs(310, 315, 283, 312)),
  full: poseRecipe('pose-landmark-full', 'pose_landmark_full.tflite', landmarkOutputs(337, 342, 298, 339)),
  heavy: poseRecipe('pose-landmark-heavy', 'pose_landmark_heavy.tflite', landmarkOutputs(696, 701, 641, 698)),
};

function poseRecipe(name: string, file: string, outputs: Readonly<Record<string, ExpectedOutput>>): ModelRecipe {
  return {
    name,
    source: { packageName: '@mediapipe/pose', file, licence: 'Apache-2.0' },
    recipeVersion: 1,
    build(source) {
      const model = readTflite(source);
      for (const [output, { tensor, shape }] of Object.entries(outputs)) {
        const found = model.tensors[tensor]?.shape.join(', ');
        if (found !== shape.join(', ')) {
          throw new VigilError(
            'model-invalid',
            `${file} of @mediapipe/pose is not the expected model: ${output} has the shape [${found}], not [${shape.join(', ')}]`,
          );
        }
      }
      const tensors = Object.fromEntries(Object.entries(outputs).map(([output, { tensor }]) => [output, tensor]));
      return writeOnnx(
        convertTflite(model, { name, inputs: { image: model.inputs[0] }, outputs: tensors, channelsFirstInputs: true }),
      );
    },
  };
}
