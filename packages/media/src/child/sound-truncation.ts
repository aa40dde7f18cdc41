import { AV_NOPTS_VALUE } from 'node-av/constants';
import type { Stream } from 'node-av/lib';
import { readContainerEnd } from './container-end.ts';
import type { InputFile } from './open-input.ts';

/** Demuxers that state the exact length of their sound and read a file that was cut short without complaint. */
const exactLength = new Set(['wav', 'w64', 'flac', 'aiff', 'caf', 'au', 'tta', 'wv', 'ape']);
/** Sound that is missing at the end up to this, in seconds, is no truncation. */
const toleranceSeconds = 0.5;

/** One line that says how a file whose sound was read to its end was cut short; null for a complete one. */
export function findSoundTruncation(
  input: InputFile,
  stream: Stream,
  readFailed: boolean,
  endSeconds: number | null,
): string | null {
  const { missingBytes } = readContainerEnd(input.path);
  const declared = declaredSeconds(input, stream);
  const heard = endSeconds ?? 0;
  const isShort = exactLength.has(input.container) && declared !== null && heard < declared - toleranceSeconds;
  if (missingBytes === 0 && !readFailed && !isShort) return null;
  const cause =
    missingBytes > 0 ? `the file was cut short: ${missingBytes} bytes are missing` : 'the file is damaged or was cut short';
  const until = endSeconds === null ? 'no sound could be read' : `its sound ends at ${endSeconds.toFixed(1)} s`;
  const of = declared === null ? '' : ` of ${declared.toFixed(1)} s`;
  return `${cause}; ${until}${of}; copy or record it again to hear the rest`;
}

function declaredSeconds(input: InputFile, { duration, timeBase }: Stream): number | null {
  if (duration === AV_NOPTS_VALUE || duration <= 0n) return input.durationSeconds;
  return (Number(duration) * timeBase.num) / timeBase.den;
}
