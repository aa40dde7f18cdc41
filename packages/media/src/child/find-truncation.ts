import type { Truncation } from '../truncation.ts';
import { readContainerEnd } from './container-end.ts';
import type { InputFile } from './open-input.ts';
import type { PictureDecoder } from './picture-decoder.ts';

/** Whether a file that was read to its end was complete; null for a complete one. */
export function findTruncation(input: InputFile, decoder: PictureDecoder, lastFrameSeconds: number | null): Truncation | null {
  const { missingBytes } = readContainerEnd(input.path);
  if (missingBytes === 0 && !decoder.readFailed) return null;
  const declaredSeconds = input.durationSeconds;
  const cause = missingBytes > 0 ? `the file was cut short: ${missingBytes} bytes are missing` : 'the file is damaged';
  const until = lastFrameSeconds === null ? 'no picture could be read' : `its pictures end at ${lastFrameSeconds.toFixed(1)} s`;
  const declared = declaredSeconds === null ? '' : ` of ${declaredSeconds.toFixed(1)} s`;
  const message = `${cause}; ${until}${declared}; copy or record it again to see the rest`;
  return { lastFrameSeconds, declaredSeconds, missingBytes: missingBytes > 0 ? missingBytes : null, message };
}

/** What is said of a file whose time stamps stopped while its pictures went on. */
export function stuckClock(input: InputFile, lastFrameSeconds: number | null): Truncation {
  const message = `the time stamps stand still from ${(lastFrameSeconds ?? 0).toFixed(1)} s, and what follows was left out; convert the file with new time stamps to see the rest`;
  return { lastFrameSeconds, declaredSeconds: input.durationSeconds, missingBytes: null, message };
}
