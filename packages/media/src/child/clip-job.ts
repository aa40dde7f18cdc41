import { AV_CODEC_ID_AAC, AV_CODEC_ID_H264, AV_PIX_FMT_YUV420P, AV_PIX_FMT_YUVJ420P } from 'node-av/constants';
import { Packet, type Stream } from 'node-av/lib';
import type { ClipResult } from '../clip-result.ts';
import type { ClipJob } from '../process/messages.ts';
import { seekKeyFrame } from './clip-start.ts';
import type { ClipTrack } from './clip-track.ts';
import { CopiedTrack } from './copied-track.ts';
import { EncodedPictures } from './encoded-pictures.ts';
import { EncodedSound } from './encoded-sound.ts';
import { throwIfOutOfMemory } from './ffmpeg-error.ts';
import { MediaFailure } from './media-failure.ts';
import { InputFile } from './open-input.ts';
import { OutputFile, RefusedPackets } from './output-file.ts';
import type { ParentLink } from './parent-link.ts';

/** A copied clip may start this much before the time that was asked for. */
const earlyStartSeconds = 0.5;
/** Packets between two looks at the parent's messages. */
const packetsPerBreath = 16;

/**
 * Cuts a part of a file into an MP4 that browsers play: copied where a key frame and the MP4 allow, else encoded.
 */
export async function runClipJob(job: ClipJob, link: ParentLink): Promise<void> {
  let result: ClipResult;
  try {
    result = await writeClip(job, link, true);
  } catch (error) {
    if (!(error instanceof RefusedPackets)) throw error;
    result = await writeClip(job, link, false);
  }
  link.send({ type: 'clip', result });
}

async function writeClip(job: ClipJob, link: ParentLink, mayCopy: boolean): Promise<ClipResult> {
  using input = new InputFile(job.file);
  const { video, audio } = input;
  if (video === null) throw new MediaFailure('no-video', 'has no video track; give a file with pictures');
  input.keepOnly(audio === null ? [video] : [video, audio]);
  const keyFrameSeconds = await seekKeyFrame(input, video, job.startSeconds, link);
  const copiesVideo =
    mayCopy && keyFrameSeconds !== null && job.startSeconds - keyFrameSeconds <= earlyStartSeconds && playsInBrowsers(video);
  const range = { startSeconds: copiesVideo ? keyFrameSeconds : job.startSeconds, endSeconds: job.endSeconds };

  using output = new OutputFile(job.partialFile, 'mp4');
  using pictures = copiesVideo ? new CopiedTrack(input, video, output, range) : new EncodedPictures(input, video, output, range);
  const copiesAudio = mayCopy && audio?.codecpar.codecId === AV_CODEC_ID_AAC;
  using sound = audio === null ? null : openSoundTrack(copiesAudio ? CopiedTrack : EncodedSound, input, audio, output, range);
  output.writeHeader();
  const tracks = new Map<number, ClipTrack>([[video.index, pictures]]);
  if (audio !== null && sound !== null) tracks.set(audio.index, sound);
  await transfer(input, link, tracks);
  if (!pictures.hasWritten) throw new MediaFailure('bad-request', nothingThere(job), { durationSeconds: input.durationSeconds });
  output.finish();
  const audioState = sound?.hasWritten !== true ? 'absent' : copiesAudio ? 'copied' : 'encoded';
  return { video: copiesVideo ? 'copied' : 'encoded', audio: audioState, ...range };
}

/** The track of a clip's sound; null where nothing decodes it: a clip of the pictures alone is still evidence. */
function openSoundTrack(
  Track: typeof CopiedTrack | typeof EncodedSound,
  ...[input, audio, output, range]: ConstructorParameters<typeof CopiedTrack>
): ClipTrack | null {
  try {
    return new Track(input, audio, output, range);
  } catch (error) {
    if (error instanceof MediaFailure && error.code === 'codec-unsupported') return null;
    throw error;
  }
}

async function transfer(input: InputFile, link: ParentLink, tracks: Map<number, ClipTrack>): Promise<void> {
  using packet = new Packet();
  packet.alloc();
  for (let packets = 1; [...tracks.values()].some((track) => !track.isComplete); packets += 1) {
    const code = input.format.readFrameSync(packet);
    throwIfOutOfMemory(code);
    if (code < 0) break;
    const track = tracks.get(packet.streamIndex);
    if (track?.isComplete === false) track.take(packet);
    packet.unref();
    if (packets % packetsPerBreath === 0) await link.breathe();
  }
  for (const track of tracks.values()) track.flush();
}

/** 8-bit 4:2:0 H.264 is what every browser plays. */
function playsInBrowsers(stream: Stream): boolean {
  const { codecId, format } = stream.codecpar;
  return codecId === AV_CODEC_ID_H264 && (format === AV_PIX_FMT_YUV420P || format === AV_PIX_FMT_YUVJ420P);
}

function nothingThere(job: ClipJob): string {
  return `has no pictures between ${job.startSeconds} s and ${job.endSeconds} s; choose a part of the video`;
}
