import { type Video, VigilError } from '@vigil/contracts';
import { type MediaFile, type MediaStore, originalKey, previewKey } from '@vigil/media-store';
import { Turns } from '../uploads/turns.ts';
import { takeStill } from './take-still.ts';

/** Decoded at a time; each runs processes of its own. */
const atATime = 2;
/** Requests that wait for their turn; more are sent away. */
const mostWaiting = 40;
/** Stills that are kept of one content: 300 of some 60 kB. Others are taken anew each time. */
const mostKept = 300;
/** Moments are told apart by tenths of a second. */
const perSecond = 10;

/** A still: kept, or only made for who asked. */
export type Still = { readonly file: MediaFile } | { readonly bytes: Uint8Array };

/** Takes pictures of videos at moments, a few at a time, and keeps them beside the videos' other pictures. */
export class StillPictures {
  readonly #media: MediaStore;
  readonly #turns = new Turns(atATime);
  readonly #underWay = new Map<string, Promise<Still>>();

  constructor(media: MediaStore) {
    this.#media = media;
  }

  /**
   * The picture of a video at a moment, to a tenth of a second; its last one where it ends before.
   *
   * @throws VigilError `gone` where the original was removed, `not-found`, `rate-limited` where too many wait, as `openFrames`
   */
  async take(video: Video, seconds: number): Promise<Still> {
    const latest = video.durationSeconds ?? Infinity;
    const tenths = Math.round(Math.min(seconds, Math.max(0, latest - 1 / perSecond)) * perSecond);
    const key = `${previewKey(video.sha256)}/stills/${tenths}.jpg`;
    const known = await this.#media.stat(key);
    if (known !== null) return { file: known };
    const underWay = this.#underWay.get(key);
    if (underWay !== undefined) return await underWay;
    if (this.#underWay.size >= mostWaiting) {
      const text = `${mostWaiting} pictures are being taken; ask again in a moment`;
      throw new VigilError('rate-limited', text, { waiting: mostWaiting, retryAfterSeconds: 5 });
    }
    const taking = this.#turns.take(() => this.#make(video, key, tenths / perSecond));
    this.#underWay.set(key, taking);
    try {
      return await taking;
    } finally {
      this.#underWay.delete(key);
    }
  }

  async #make(video: Video, key: string, seconds: number): Promise<Still> {
    const original = originalKey(video.sha256);
    if (video.originalRemoved || (await this.#media.stat(original)) === null)
      throw new VigilError('gone', `The original of video ${video.id} was removed by the retention`);
    const bytes = await takeStill(await this.#media.pathOf(original), seconds).catch((error: unknown) => {
      throw withoutPath(error, video);
    });
    const kept = await this.#media.list(`${previewKey(video.sha256)}/stills`, mostKept);
    if (kept.length >= mostKept) return { bytes };
    try {
      return { file: await this.#media.write(key, bytes) };
    } catch (error) {
      // no room to keep it is no reason not to show it
      if (error instanceof VigilError) return { bytes };
      throw error;
    }
  }
}

/** The same error with the video's name in place of a path on the server. */
function withoutPath(error: unknown, { name }: Video): unknown {
  if (!(error instanceof VigilError)) return error;
  const { file: _, ...details } = error.details;
  const message = `${JSON.stringify(name)}: ${error.message.replace(/^"[^"]*":?\s*|^\S*\/\S*:\s*/, '')}`;
  return new VigilError(error.code, message, details, error);
}
