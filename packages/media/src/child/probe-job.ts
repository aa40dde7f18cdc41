import type { ProbeJob } from '../process/messages.ts';
import { describeInput } from './describe-input.ts';
import { MediaFailure } from './media-failure.ts';
import { InputFile } from './open-input.ts';
import type { ParentLink } from './parent-link.ts';
import { PictureDecoder } from './picture-decoder.ts';

/** Reads a file's tracks, and its first picture to see whether it is interlaced. */
export async function runProbeJob(job: ProbeJob, link: ParentLink): Promise<void> {
  using input = new InputFile(job.file);
  link.send({ type: 'info', info: describeInput(input, await startsInterlaced(input, link)) });
}

async function startsInterlaced(input: InputFile, link: ParentLink): Promise<boolean> {
  if (input.video === null) return false;
  try {
    using decoder = new PictureDecoder(input);
    for (const picture of decoder.pictures()) {
      if (picture !== null) break;
      await link.breathe();
    }
    return decoder.isInterlaced;
  } catch (error) {
    // A file whose pictures cannot be decoded still has tracks to tell of.
    if (error instanceof MediaFailure && error.code === 'codec-unsupported') return false;
    throw error;
  }
}
