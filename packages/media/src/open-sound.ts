import { VigilError } from '@vigil/contracts';
import { DecodedSound } from './decoded-sound.ts';
import { checkInputFile } from './input-file.ts';
import type { SoundJob } from './process/messages.ts';
import type { SoundSource, SoundSourceOptions } from './sound-source.ts';

/** Blocks that are decoded ahead of the consumer. */
const aheadBlocks = 8;

/**
 * Opens a file's sound as 16 kHz mono in media time; null for a file without a sound track. The file is decoded in a process of
 * its own; dispose of the source to end it. The same file gives the same bytes every time.
 *
 * Two channels become one as their mean; where they cancel each other out (their mean has less than a tenth of their mean power),
 * the louder one is heard instead. More channels become two first, as ITU-R BS.775 says; of channels in no known order the first
 * two are heard. Media time follows the time stamps: sound that begins late begins late here, gaps become silence or a jump.
 *
 * @throws VigilError `file-missing`, `file-unreadable`, `file-empty`, `file-truncated`, `not-media`, `codec-unsupported`,
 * `picture-size-unsupported`, `media-process-died`, `media-process-stalled`, `cancelled`, `bad-request`; iterating may throw the same.
 */
export async function openSound(file: string, options: SoundSourceOptions = {}): Promise<SoundSource | null> {
  const { path } = await checkInputFile(file);
  const startSeconds = options.startSeconds ?? 0;
  if (!Number.isFinite(startSeconds) || startSeconds < 0) {
    throw new VigilError('bad-request', `startSeconds must be 0 or more, not ${startSeconds}`, { startSeconds });
  }
  const job: SoundJob = { kind: 'sound', file: path, startSeconds, aheadBlocks };
  const sound = new DecodedSound(job, file, options);
  try {
    const { info } = await sound.opened;
    if (info.audio !== null) return sound;
  } catch (error) {
    await sound[Symbol.asyncDispose]();
    throw error;
  }
  await sound[Symbol.asyncDispose]();
  return null;
}
