export {
  type ExtractedFeatures,
  extractFeatures,
  type ExtractRequest,
  featureVersion,
  grayLongSidePixels,
} from './extract/extract-features.ts';
export { momentsPerSecond } from './extract/motion-sampler.ts';
export type { AnalysisProgress, ProgressListener } from './progress.ts';
export type { Senses } from './senses.ts';
export { writeFailure } from './write-failure.ts';
