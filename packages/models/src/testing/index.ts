export { LiteRtReference, type LiteRtResult } from './litert-reference.ts';
export { largestDifference, randomInput, toPlanes } from './random-input.ts';
export { readRecordedSequence } from './recorded-pose.ts';
