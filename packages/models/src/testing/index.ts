export { LiteRtReference, type LiteRtResult } from './litert-reference.ts';
export { largestDifference, randomInput, toPlanes } from './random-input.ts';
