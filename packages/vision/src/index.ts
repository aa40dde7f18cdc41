export { FlowEstimator } from './flow/flow-estimator.ts';
export { FlowSequence } from './flow/flow-sequence.ts';
export type { FlowField } from './flow/flow-field.ts';
export { defaultFlowSettings, type FlowSettings } from './flow/flow-settings.ts';
export { frameSideLimits } from './flow/pyramid-levels.ts';
export { estimateReferenceFlow } from './flow/reference/estimate-flow.ts';
export { blockSizePixels, type BlockGrid } from './background/block-grid.ts';
export { ChangeGate, type ChangeGateSnapshot, type ChangeReport } from './background/change-gate.ts';
export { defaultChangeGateSettings, type ChangeGateSettings } from './background/change-gate-settings.ts';
export { BackgroundModel, type BackgroundReport, type BackgroundSnapshot } from './background/background-model.ts';
export { defaultBackgroundSettings, type BackgroundSettings } from './background/background-settings.ts';
export { maskValues, type PixelHistory } from './background/pixel-history.ts';
export { defaultBlobSettings, type Blob, type BlobSettings } from './blobs/blob.ts';
export { findBlobs } from './blobs/find-blobs.ts';
export { Tracker } from './tracks/tracker.ts';
export type { TrackerInput, TrackerReport, TrackerSnapshot } from './tracks/tracker-input.ts';
export {
  defaultTrackerSettings,
  type DetectedObject,
  type Track,
  type TrackPoint,
  type TrackState,
  type TrackerSettings,
} from './tracks/track.ts';
export { StaticRegions, type StaticRegionInput, type StaticRegionsSnapshot } from './static-regions/static-regions.ts';
export {
  defaultStaticRegionSettings,
  type StaticRegionEnd,
  type StaticRegionEvent,
  type StaticRegionReport,
  type StaticRegionSettings,
} from './static-regions/static-region.ts';
export { CameraHealth, type CameraHealthSnapshot } from './camera-health/camera-health.ts';
export type { CameraMeasurement } from './camera-health/camera-measurement.ts';
