export { CalibrationSketch, type CalibrationSketchData } from './calibration/calibration-sketch.ts';
export { cellCentre, cellCount, cellStepHeights, type FeatureGrid, makeFeatureGrid, sameGrid } from './features/feature-grid.ts';
export {
  appearanceLength,
  type AppearanceSample,
  appearanceScale,
  type FeatureRecord,
  type FeatureSource,
  type MotionSample,
  type StationaryEvent,
  type TrackSample,
} from './features/feature-record.ts';
export { quietestDb, soundBandCount, type SoundSample, soundSampleSeconds, type SoundTrack } from './features/sound-sample.ts';
export { type LearnedProfile, learnProfile, type LearnRequest } from './normality/learn-profile.ts';
export { type NormalityProfile, profileFormatVersion, sketchNames, type SketchName } from './normality/normality-profile.ts';
export type { CalibratedMoment } from './scoring/calibrated-moment.ts';
export { type ScoreOptions, scoreSource } from './scoring/score-source.ts';
export { movingHeightsPerSecond } from './scoring/moment-scorer.ts';
export { ExemplarIndex } from './nearest/exemplar-index.ts';
export { alarmBudget } from './incidents/alarm-budget.ts';
export { findIncidents, incidentSeries } from './incidents/find-incidents.ts';
export { findSpans, type Span } from './incidents/find-spans.ts';
export type { IncidentContext } from './incidents/incident-context.ts';
export { MomentLog } from './incidents/moment-log.ts';
export { openSketches } from './scoring/calibrated-moment.ts';
export type { RuleEvent } from './incidents/rule-event.ts';
export type { SenseState, SenseStates } from './incidents/incident-context.ts';
export { hidesPicture } from './rules/without-faults.ts';
export { type Comparison, watchSource, type WatchedSource } from './rules/watch-source.ts';
export { bestFusion, type FusionName } from './scoring/sense-fusion.ts';
export type { PersonSample } from './features/person-sample.ts';
export type { PersonSighting } from './features/person-sighting.ts';
export { SoundWatcher } from './sound/sound-watcher.ts';
export { FightWatcher } from './fights/fight-watcher.ts';
export { CameraWatcher } from './camera/camera-watcher.ts';
export type { CameraSample } from './features/camera-sample.ts';
export type { SoundFeatures } from './features/sound-features.ts';
