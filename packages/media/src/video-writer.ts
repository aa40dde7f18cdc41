import { extname } from 'node:path';
import { VigilError, type GrayFrame, type PictureSize, type RgbFrame } from '@vigil/contracts';
import { isSupportedSize, supportedSizes } from './geometry/picture-size.ts';
import { PartialFile } from './partial-file.ts';
import { MediaProcess } from './process/media-process.ts';
import type { ToChild, WriteVideoJob } from './process/messages.ts';
import type { MediaProcessOptions } from './process/process-options.ts';
import { shownName } from './shown-name.ts';

/** How a video is written. */
export interface VideoWriterOptions extends MediaProcessOptions, PictureSize {
  /** Constant frame rate, above 0 and at most 1000; kept to three decimals. */
  readonly framesPerSecond: number;
  /** `h264` (default) plays everywhere and needs even sides; `ffv1` is lossless and needs a `.mkv` file. */
  readonly codec?: 'h264' | 'ffv1' | undefined;
  /** A mono sound track, written with `writeSound`: AAC beside `h264`, the samples as they are beside `ffv1`. Default none. */
  readonly sound?: { readonly sampleRateHz: 16_000 | 48_000 } | undefined;
}

/** Pixels of one picture: gray `[height, width]` or RGB `[height, width, 3]`, 0 to 255. */
export type WritablePicture = Pick<GrayFrame | RgbFrame, 'width' | 'height' | 'data'>;

/**
 * Starts a video of the pictures, and the sound where it is asked for, that are written to it. The file appears under its name only once `finish` has passed.
 *
 * @param output Name ending in `.mp4` or `.mkv`.
 * @throws VigilError `bad-request`, `picture-size-unsupported`, `not-writable`, `disk-full`, `media-process-died`,
 * `media-process-stalled`, `cancelled`.
 */
export async function openVideoWriter(output: string, options: VideoWriterOptions): Promise<VideoWriter> {
  const partial = new PartialFile(output);
  const writer = new VideoWriter(jobFor(output, partial, options), output, partial, options);
  try {
    await writer.ready();
    return writer;
  } catch (error) {
    await writer[Symbol.asyncDispose]();
    throw error;
  }
}

function jobFor(output: string, partial: PartialFile, options: VideoWriterOptions): WriteVideoJob {
  const { width, height, framesPerSecond, codec = 'h264' } = options;
  const name = shownName(output);
  const container = ({ '.mp4': 'mp4', '.mkv': 'matroska' } as const)[extname(output).toLowerCase()];
  if (container === undefined || (codec === 'ffv1' && container === 'mp4')) {
    throw new VigilError(
      'bad-request',
      `${name}: a ${codec} video is written to a name ending in ${codec === 'ffv1' ? '.mkv' : '.mp4 or .mkv'}`,
    );
  }
  if (!isSupportedSize({ width, height }) || (codec === 'h264' && (width % 2 !== 0 || height % 2 !== 0))) {
    const wanted = codec === 'h264' ? `even sides, ${supportedSizes}` : supportedSizes;
    throw new VigilError(
      'picture-size-unsupported',
      `${name}: pictures of ${width}×${height} pixels cannot be written (${wanted})`,
      { width, height },
    );
  }
  if (!(framesPerSecond > 0 && framesPerSecond <= 1000)) {
    throw new VigilError('bad-request', `${name}: the frame rate must be above 0 and at most 1000, not ${framesPerSecond}`);
  }
  return {
    kind: 'write-video',
    partialFile: partial.path,
    container,
    codec,
    width,
    height,
    framesPerSecond,
    soundSampleRateHz: options.sound?.sampleRateHz ?? null,
  };
}

/** A video that is being written. Disposing of it before `finish` leaves no file. */
export class VideoWriter implements AsyncDisposable {
  readonly #job: WriteVideoJob;
  readonly #partial: PartialFile;
  readonly #process: MediaProcess;
  readonly #finished = expectation();
  #acknowledged = expectation();

  constructor(job: WriteVideoJob, output: string, partial: PartialFile, options: MediaProcessOptions) {
    this.#job = job;
    this.#partial = partial;
    this.#process = new MediaProcess(job, output, options, {
      onMessage: ({ header }) => {
        this.#process.stall.rest();
        if (header.type === 'finished') this.#finished.resolve();
        this.#acknowledged.resolve();
      },
      onFailure: (error) => {
        this.#acknowledged.reject(error);
        this.#finished.reject(error);
      },
    });
  }

  /** Waits until the process takes pictures. */
  ready(): Promise<void> {
    return this.#acknowledged.promise;
  }

  /** Writes the next picture; wait for it before the next call. Throws `bad-request` for one of another size. */
  async write(picture: WritablePicture): Promise<void> {
    const { width, height, data } = picture;
    const channels = data.length / (width * height);
    if (width !== this.#job.width || height !== this.#job.height || (channels !== 1 && channels !== 3)) {
      const message = `a picture of ${width}×${height} pixels and ${data.length} bytes does not fit a video of ${this.#job.width}×${this.#job.height}`;
      throw new VigilError('bad-request', message, { width, height, bytes: data.length });
    }
    await this.#send({ type: 'picture', channels }, data);
  }

  /**
   * Writes the next samples of the sound track, which begins with the first picture; wait for it before the next call. Keep it
   * in step with the pictures: what runs ahead is held in memory.
   *
   * @param samples `[samples]` mono, −1 to 1, at the rate of the options.
   * @throws VigilError `bad-request` for a video without a sound track, and what ended the writer.
   */
  async writeSound(samples: Float32Array): Promise<void> {
    if (this.#job.soundSampleRateHz === null) {
      throw new VigilError('bad-request', 'the video has no sound track; ask for one when it is opened');
    }
    await this.#send({ type: 'sound' }, new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength));
  }

  /** Completes the file. */
  async finish(): Promise<void> {
    this.#process.stall.owe();
    await this.#process.send({ type: 'finish' });
    await this.#finished.promise;
    await this.#process.close();
    await this.#partial.complete();
  }

  async #send(header: ToChild, data: Uint8Array): Promise<void> {
    await this.ready();
    this.#acknowledged = expectation();
    this.#process.stall.owe();
    await this.#process.send(header, data);
    await this.ready();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#process.close();
    await this.#partial[Symbol.asyncDispose]();
  }
}

/** A promise that may fail before anyone waits for it. */
function expectation(): PromiseWithResolvers<void> {
  const resolvers = Promise.withResolvers<void>();
  resolvers.promise.catch(() => undefined);
  return resolvers;
}
