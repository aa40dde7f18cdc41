export { installModel, type InstalledModel } from './cache/install-model.ts';
export { modelManifestSchema, type ModelManifest } from './cache/model-manifest.ts';
export type { ModelRecipe, PackageSource } from './cache/model-recipe.ts';
export { modelStatus, type ModelStatus } from './cache/model-status.ts';
export { lookAtPerson, type PersonPose } from './mediapipe-pose/look-at-person.ts';
export { loadPoseEstimator } from './mediapipe-pose/load-pose-estimator.ts';
export { OnnxPoseEstimator } from './mediapipe-pose/onnx-pose-estimator.ts';
export type { PoseDetection } from './mediapipe-pose/pose-detection.ts';
export {
  type LandmarkOptions,
  type PoseAnswer,
  type PoseDetectOptions,
  type PoseEstimator,
  poseScoreThreshold,
} from './mediapipe-pose/pose-estimator.ts';
export { poseDetectionRecipe, poseLandmarkRecipes, type PoseVariant, poseVariants } from './mediapipe-pose/pose-recipes.ts';
export { isTooSmallForPose, leastPersonPixels, type PoseRegion, regionOfBox } from './mediapipe-pose/pose-region.ts';
export { PoseSmoother, type PoseSmootherState, type SmoothedPose } from './mediapipe-pose/pose-smoother.ts';
export { PoseTracker, type TrackedPose } from './mediapipe-pose/pose-tracker.ts';
export { regionOfDetection } from './mediapipe-pose/region-of-detection.ts';
export { regionOfLandmarks } from './mediapipe-pose/region-of-landmarks.ts';
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
export { loadVoiceActivity } from './silero-vad/load-voice-activity.ts';
export { sileroVadRecipe } from './silero-vad/silero-vad-recipe.ts';
export { type VoiceActivity, type VoiceStream, voiceWindowSamples } from './silero-vad/voice-activity.ts';
