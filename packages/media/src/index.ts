export type { ClipResult } from './clip-result.ts';
export { releaseWindowFrames, type AnalysedFrame, type FrameSource, type FrameSourceOptions } from './frame-source.ts';
export type { AudioTrack, MediaInfo, VideoTrack } from './media-info.ts';
export { openFrames } from './open-frames.ts';
export { probe } from './probe.ts';
export type { MediaProcessOptions } from './process/process-options.ts';
export type { Truncation } from './truncation.ts';
