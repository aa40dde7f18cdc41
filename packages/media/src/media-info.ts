/** The picture track of a file. */
export interface VideoTrack {
  /** FFmpeg's name of the codec, for example `h264`. */
  readonly codec: string;
  /** Width in pixels as displayed: after sample aspect ratio and rotation. */
  readonly width: number;
  /** Height in pixels as displayed: after sample aspect ratio and rotation. */
  readonly height: number;
  /** Clockwise turn that the file asks players to make, 0, 90, 180 or 270. */
  readonly rotationDegrees: number;
  /** Mean frame rate that the container declares; null where it declares none. */
  readonly framesPerSecond: number | null;
  /** True where the first picture is flagged as two fields. */
  readonly interlaced: boolean;
  /** FFmpeg's name of the pixel format, for example `yuv420p10le`. */
  readonly pixelFormat: string;
  /** Media time of the track's first packet in seconds. */
  readonly startSeconds: number;
}

/** The sound track of a file. */
export interface AudioTrack {
  /** FFmpeg's name of the codec, for example `aac`. */
  readonly codec: string;
  readonly sampleRateHz: number;
  readonly channels: number;
  /** Media time of the track's first packet in seconds. */
  readonly startSeconds: number;
}

/**
 * What a media file holds. Media time is what a player shows: containers with a time line of their own (MP4, Matroska, AVI …)
 * keep it, transport and elementary streams count from their first packet.
 */
export interface MediaInfo {
  /** Absolute path. */
  readonly file: string;
  readonly sizeBytes: number;
  /** FFmpeg's name of the container format, for example `mov,mp4,m4a,3gp,3g2,mj2`. */
  readonly container: string;
  /** Length in seconds; null where the container does not say and it cannot be told without decoding. */
  readonly durationSeconds: number | null;
  /** Null for a file without a video track; a cover picture is no video track. */
  readonly video: VideoTrack | null;
  /** Null for a file without a sound track. */
  readonly audio: AudioTrack | null;
}
