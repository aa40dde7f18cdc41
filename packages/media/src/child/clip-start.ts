import { AV_NOPTS_VALUE, AVSEEK_FLAG_BACKWARD } from 'node-av/constants';
import { Packet, type Stream } from 'node-av/lib';
import { statesDuration } from './container-formats.ts';
import type { InputFile } from './open-input.ts';

/** How far before the wanted time to look for a key frame, one after the other, in seconds. */
const lookBackSeconds = [0, 2, 10, 60];

/**
 * Puts a file at the last key frame that it can find at or before a media time, or at its start.
 *
 * @returns Media time of that key frame in seconds; null where the file is at its start without one.
 */
export function seekKeyFrame(input: InputFile, stream: Stream, seconds: number): number | null {
  if (!statesDuration(input.container)) return null;
  for (const back of lookBackSeconds) {
    const timestamp = input.timestampAt(Math.max(0, seconds - back), stream.timeBase);
    if (seekTo(input, stream, timestamp)) {
      const keyFrameSeconds = nextKeyFrame(input, stream);
      // Reading the key frame moved the file on.
      if (keyFrameSeconds !== null && keyFrameSeconds <= seconds && seekTo(input, stream, timestamp)) return keyFrameSeconds;
    }
    if (back >= seconds) break;
  }
  seekTo(input, stream, input.timestampAt(0, stream.timeBase));
  const first = nextKeyFrame(input, stream);
  seekTo(input, stream, input.timestampAt(0, stream.timeBase));
  return first;
}

function seekTo(input: InputFile, stream: Stream, timestamp: bigint): boolean {
  return input.format.seekFrameSync(stream.index, timestamp, AVSEEK_FLAG_BACKWARD) >= 0;
}

function nextKeyFrame(input: InputFile, stream: Stream): number | null {
  using packet = new Packet();
  packet.alloc();
  while (input.format.readFrameSync(packet) >= 0) {
    const isKeyFrame = packet.streamIndex === stream.index && packet.isKeyframe && packet.pts !== AV_NOPTS_VALUE;
    const seconds = isKeyFrame ? input.mediaSeconds(packet.pts, stream.timeBase) : null;
    packet.unref();
    if (seconds !== null) return seconds;
  }
  return null;
}
