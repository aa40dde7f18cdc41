export type { ClipResult } from './clip-result.ts';
export { cutClip, type ClipOptions } from './cut-clip.ts';
export { encodeJpeg } from './jpeg.ts';
export { releaseWindowFrames, type AnalysedFrame, type FrameSource, type FrameSourceOptions } from './frame-source.ts';
export type { AudioTrack, MediaInfo, VideoTrack } from './media-info.ts';
export { openFrames } from './open-frames.ts';
export { openSound } from './open-sound.ts';
export { probe } from './probe.ts';
export type { MediaProcessOptions } from './process/process-options.ts';
export {
  soundSampleRateHz,
  type SoundBlock,
  type SoundFacts,
  type SoundSource,
  type SoundSourceOptions,
} from './sound-source.ts';
export type { Truncation } from './truncation.ts';
export { openVideoWriter, VideoWriter, type VideoWriterOptions, type WritablePicture } from './video-writer.ts';
