export { LiteRtReference, type LiteRtResult } from './litert-reference.ts';
export { largestDifference, randomInput, toPlanes } from './random-input.ts';
export { poseDistances, quantile } from './pose-distance.ts';
export { readRecordedSequence, type RecordedFrame, type RecordedSequence } from './recorded-pose.ts';
