import { AV_NOPTS_VALUE, AV_PKT_DATA_DISPLAYMATRIX } from 'node-av/constants';
import { avGetCodecName, avGetPixFmtName, type Stream } from 'node-av/lib';
import { statSync } from 'node:fs';
import { orientationFromMatrix, rotationDegrees, uprightOrientation, type Orientation } from '../geometry/orientation.ts';
import { squarePixelSize, transposedSize } from '../geometry/picture-size.ts';
import type { AudioTrack, MediaInfo, VideoTrack } from '../media-info.ts';
import type { InputFile } from './open-input.ts';
import { declaredFramesPerSecond } from './picture-clock.ts';
import { sampleAspectRatioOf } from './sample-aspect-ratio.ts';

/** What an open file holds. `interlaced` is what its first decoded picture said. */
export function describeInput(input: InputFile, interlaced: boolean): MediaInfo {
  return {
    file: input.path,
    sizeBytes: statSync(input.path).size,
    container: input.container,
    durationSeconds: input.durationSeconds,
    video: input.video === null ? null : describeVideo(input, input.video, interlaced),
    audio: input.audio === null ? null : describeAudio(input, input.audio),
  };
}

/** How the file's pictures become upright ones. */
export function orientationOf(stream: Stream): Orientation {
  const bytes = stream.codecpar.getCodedSideData(AV_PKT_DATA_DISPLAYMATRIX);
  if (bytes === null || bytes.length < 36) return uprightOrientation;
  return orientationFromMatrix(Int32Array.from({ length: 9 }, (_, index) => bytes.readInt32LE(4 * index)));
}

function describeVideo(input: InputFile, stream: Stream, interlaced: boolean): VideoTrack {
  const parameters = stream.codecpar;
  const orientation = orientationOf(stream);
  const pixel = sampleAspectRatioOf(stream);
  const square = squarePixelSize({ width: parameters.width, height: parameters.height }, pixel.num / pixel.den);
  return {
    codec: avGetCodecName(parameters.codecId) ?? parameters.codecTagString ?? 'unknown',
    ...(orientation.transposed ? transposedSize(square) : square),
    rotationDegrees: rotationDegrees(orientation),
    framesPerSecond: declaredFramesPerSecond(stream),
    interlaced,
    pixelFormat: avGetPixFmtName(parameters.format as Parameters<typeof avGetPixFmtName>[0]) ?? 'unknown',
    startSeconds: startSeconds(input, stream),
  };
}

function describeAudio(input: InputFile, stream: Stream): AudioTrack {
  const { codecId, codecTagString, sampleRate, channels } = stream.codecpar;
  return {
    codec: avGetCodecName(codecId) ?? codecTagString ?? 'unknown',
    sampleRateHz: sampleRate,
    channels,
    startSeconds: startSeconds(input, stream),
  };
}

function startSeconds(input: InputFile, stream: Stream): number {
  return stream.startTime === AV_NOPTS_VALUE ? 0 : input.mediaSeconds(stream.startTime, stream.timeBase);
}
