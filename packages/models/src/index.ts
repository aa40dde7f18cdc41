export { installModel, type InstalledModel } from './cache/install-model.ts';
export { modelManifestSchema, type ModelManifest } from './cache/model-manifest.ts';
export type { ModelRecipe, PackageSource } from './cache/model-recipe.ts';
export { modelStatus, type ModelStatus } from './cache/model-status.ts';
export { loadObjectDetector } from './object-detector/load-object-detector.ts';
export type {
  AppearanceMap,
  DetectOptions,
  ObjectDetection,
  ObjectDetections,
  ObjectDetector,
  TileAppearance,
} from './object-detector/object-detection.ts';
export { objectDetectorRecipe } from './object-detector/object-detector-recipe.ts';
export { objectLabels, type ObjectLabel } from './object-detector/object-labels.ts';
export { OnnxObjectDetector, type TileAnswer, detectorInputSize } from './object-detector/onnx-object-detector.ts';
export { poolAppearance } from './object-detector/pool-appearance.ts';
export { fromTile, tilesFor, toTile, wholePicture } from './object-detector/tiles.ts';
export { InferencePool, type InferencePoolOptions, type PoolModel, type RunOptions } from './runtime/inference-pool.ts';
export type { InferenceTensor, NamedTensors } from './runtime/inference-tensor.ts';
