import { AV_NOPTS_VALUE, AVSEEK_FLAG_BACKWARD } from 'node-av/constants';
import { Packet, type Stream } from 'node-av/lib';
import { statesDuration } from './container-formats.ts';
import type { InputFile } from './open-input.ts';
import type { ParentLink } from './parent-link.ts';

/** How far before the wanted time to look for a key frame, one after the other, in seconds. */
const lookBackSeconds = [0, 2, 10, 60];
/** Pictures are stored out of the order of their times by less than this, in seconds. */
const longestReorderSeconds = 5;

/** Packets between two looks at the parent's messages. */
const packetsPerBreath = 64;

/**
 * Puts a file at the last key frame that it can find at or before a media time, or at its start.
 *
 * @returns Media time of that key frame in seconds; null where the file is at its start without one.
 */
export async function seekKeyFrame(input: InputFile, stream: Stream, seconds: number, link: ParentLink): Promise<number | null> {
  if (!statesDuration(input.container)) return null;
  for (const back of lookBackSeconds) {
    const timestamp = input.timestampAt(Math.max(0, seconds - back), stream.timeBase);
    if (seekTo(input, stream, timestamp)) {
      const keyFrameSeconds = await nextKeyFrame(input, stream, seconds, link);
      // Reading the key frame moved the file on.
      if (keyFrameSeconds !== null && keyFrameSeconds <= seconds && seekTo(input, stream, timestamp)) return keyFrameSeconds;
    }
    if (back >= seconds) break;
  }
  seekTo(input, stream, input.timestampAt(0, stream.timeBase));
  const first = await nextKeyFrame(input, stream, Number.POSITIVE_INFINITY, link);
  seekTo(input, stream, input.timestampAt(0, stream.timeBase));
  return first;
}

function seekTo(input: InputFile, stream: Stream, timestamp: bigint): boolean {
  return input.format.seekFrameSync(stream.index, timestamp, AVSEEK_FLAG_BACKWARD) >= 0;
}

/** Media time of the next key frame; null where none comes before packets after `untilSeconds`. */
async function nextKeyFrame(input: InputFile, stream: Stream, untilSeconds: number, link: ParentLink): Promise<number | null> {
  using packet = new Packet();
  packet.alloc();
  for (let packets = 1; input.format.readFrameSync(packet) >= 0; packets += 1) {
    const isTimed = packet.streamIndex === stream.index && packet.pts !== AV_NOPTS_VALUE;
    const seconds = isTimed ? input.mediaSeconds(packet.pts, stream.timeBase) : null;
    const isKeyFrame = packet.isKeyframe;
    packet.unref();
    if (seconds !== null && (isKeyFrame || seconds > untilSeconds + longestReorderSeconds)) return isKeyFrame ? seconds : null;
    if (packets % packetsPerBreath === 0) await link.breathe();
  }
  return null;
}
