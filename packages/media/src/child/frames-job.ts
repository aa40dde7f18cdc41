import type { PictureSize } from '@vigil/contracts';
import { FrameSampler } from '../frame-sampler.ts';
import { fitLongSide, fitShortSide } from '../geometry/picture-size.ts';
import type { MediaInfo } from '../media-info.ts';
import type { FramesJob } from '../process/messages.ts';
import { describeInput, orientationOf } from './describe-input.ts';
import { MediaFailure } from './media-failure.ts';
import { InputFile } from './open-input.ts';
import type { ParentLink } from './parent-link.ts';
import { PictureDecoder, type DecodedPicture } from './picture-decoder.ts';
import { PictureScaler } from './picture-scaler.ts';
import { PictureWindow } from './picture-window.ts';
import { checkStoredSize } from './stored-size.ts';
import { findTruncation, stuckClock } from './find-truncation.ts';

/** Packets that are decoded between two looks at the parent's messages. */
const packetsPerBreath = 8;
/**
 * Pictures in a row that are not analysed, at most: more than any camera takes between two that are. A file with more has a clock
 * that stands still, and its pictures may go on for hours.
 */
const mostLeftOut = 3000;

/**
 * Decodes a file and delivers its analysed pictures, never further ahead of the consumer than the job allows. Colour copies of
 * the last ones are served until the parent ends the process.
 */
export async function runFramesJob(job: FramesJob, link: ParentLink): Promise<void> {
  using input = new InputFile(job.file);
  using decoder = new PictureDecoder(input);
  if (input.video !== null) input.keepOnly([input.video]);
  let delivery: FrameDelivery | null = null;
  let lastSeconds: number | null = null;
  let packets = 0;
  for (const picture of decoder.pictures()) {
    if (picture === null) {
      packets += 1;
      if (packets % packetsPerBreath === 0) await link.breathe();
      continue;
    }
    delivery ??= startDelivery(job, input, decoder, picture, link);
    lastSeconds = picture.timeSeconds;
    await delivery.offer(picture);
    if (delivery.picturesLeftOut > mostLeftOut) break;
  }
  if (delivery === null) throw withoutPictures(input, decoder);
  const isStuck = delivery.picturesLeftOut > mostLeftOut;
  const truncated = isStuck ? stuckClock(input, lastSeconds) : findTruncation(input, decoder, lastSeconds);
  link.send({ type: 'end', truncated, damagedPackets: decoder.damagedPackets });
}

function startDelivery(
  job: FramesJob,
  input: InputFile,
  decoder: PictureDecoder,
  first: DecodedPicture,
  link: ParentLink,
): FrameDelivery {
  checkStoredSize(first.frame, 'final');
  const info = describeInput(input, decoder.isInterlaced);
  return new FrameDelivery(job, info, input, link);
}

function withoutPictures(input: InputFile, decoder: PictureDecoder): MediaFailure {
  const { damagedPackets } = decoder;
  const truncation = findTruncation(input, decoder, null);
  if (truncation !== null) return new MediaFailure('file-truncated', truncation.message, { ...truncation });
  const message = `not one picture of its video track can be decoded (${damagedPackets} damaged packets; its index may be broken); copy or record it again`;
  return new MediaFailure('file-unreadable', message, { damagedPackets });
}

/** Scales, numbers and sends pictures, with the parent's credit. */
class FrameDelivery {
  readonly #job: FramesJob;
  readonly #link: ParentLink;
  readonly #sampler: FrameSampler;
  readonly #gray: PictureScaler;
  readonly #window: PictureWindow;
  /** Pictures since the last one that was analysed. */
  picturesLeftOut = 0;
  #nextIndex = 0;
  #consumedIndex = -1;
  #onCredit: (() => void) | null = null;

  constructor(job: FramesJob, info: MediaInfo, input: InputFile, link: ParentLink) {
    const { video } = info;
    if (video === null || input.video === null)
      throw new MediaFailure('no-video', 'has no video track; give a file with pictures');
    this.#job = job;
    this.#link = link;
    this.#sampler = new FrameSampler(job.analysisFramesPerSecond, video.framesPerSecond);
    const graySize: PictureSize = fitLongSide(video, job.grayLongSidePixels);
    const colourSize: PictureSize =
      job.colourShortSidePixels === null
        ? fitLongSide(video, job.colourLongSidePixels)
        : fitShortSide(video, job.colourShortSidePixels);
    const orientation = orientationOf(input.video);
    this.#gray = new PictureScaler(graySize, 1, orientation);
    this.#window = new PictureWindow(colourSize, orientation, job.aheadFrames + job.releaseWindowFrames + 1);
    link.send({ type: 'opened', info, graySize, colourSize });
    link.receive(({ header }) => {
      if (header.type === 'consumed') this.#consumed(header.index);
      if (header.type === 'colour') this.#sendColour(header.index);
    });
  }

  /** Delivers a picture if it is one of the analysed; waits for credit before. */
  async offer({ frame, timeSeconds }: DecodedPicture): Promise<void> {
    this.picturesLeftOut += 1;
    if (!this.#sampler.keep(timeSeconds)) return;
    this.picturesLeftOut = 0;
    const index = this.#nextIndex;
    this.#nextIndex += 1;
    const after = this.#job.startAfterSeconds;
    if (after !== null && timeSeconds <= after) {
      this.#consumedIndex = index;
      return;
    }
    while (index - this.#consumedIndex > this.#job.aheadFrames) await this.#credit();
    this.#link.send({ type: 'frame', index, timeSeconds }, this.#gray.scale(frame));
    this.#window.hold(index, timeSeconds, frame);
    await this.#link.breathe();
  }

  #credit(): Promise<void> {
    return new Promise((resolve) => (this.#onCredit = resolve));
  }

  #consumed(index: number): void {
    this.#consumedIndex = Math.max(this.#consumedIndex, index);
    this.#window.releaseBefore(this.#consumedIndex - this.#job.releaseWindowFrames + 1);
    this.#onCredit?.();
    this.#onCredit = null;
  }

  #sendColour(index: number): void {
    const picture = this.#window.colour(index);
    if (picture === null) throw new MediaFailure('internal', `picture ${index} is no longer held`);
    this.#link.send({ type: 'colour', index, timeSeconds: picture.timeSeconds }, picture.data);
  }
}
