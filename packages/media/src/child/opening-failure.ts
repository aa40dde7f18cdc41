import { closeSync, openSync, readSync } from 'node:fs';
import { InputFormat } from 'node-av/lib';
import { readContainerEnd } from './container-end.ts';
import { isAllowedDemuxer } from './container-formats.ts';
import { ffmpegWords } from './ffmpeg-error.ts';
import { MediaFailure } from './media-failure.ts';

/** Bytes at the start of a file that tell its format. */
const sniffedBytes = 64 * 1024;

/** Says why a file could not be opened as media: cut short, damaged, or something else altogether. */
export function openingFailure(path: string, code: number): MediaFailure {
  const end = readContainerEnd(path);
  if (end.indexMissing) {
    const message =
      'the file was cut short: its index (moov) is missing, so no picture in it can be found; copy or record it again';
    return new MediaFailure('file-truncated', message, { missingBytes: end.missingBytes });
  }
  if (end.missingBytes > 0) {
    const message = `the file was cut short: at least ${end.missingBytes} bytes are missing; copy or record it again`;
    return new MediaFailure('file-truncated', message, { missingBytes: end.missingBytes });
  }
  const format = sniff(path);
  const details = { format, ffmpegCode: code };
  if (format === null) return new MediaFailure('not-media', 'is not a video or sound file; check what it holds', details);
  if (!isAllowedDemuxer(format)) {
    const message = `is no container file but ${format}; playlists, pictures and scripts are not opened: give the video itself`;
    return new MediaFailure('not-media', message, details);
  }
  const words = code < 0 ? ffmpegWords(code) : 'no track found';
  return new MediaFailure('file-unreadable', `looks like ${format} but is damaged (${words}); copy or record it again`, details);
}

/** By content alone: a name proves nothing. */
function sniff(path: string): string | null {
  const descriptor = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(sniffedBytes);
    const length = readSync(descriptor, bytes, 0, bytes.length, 0);
    return InputFormat.probe(bytes.subarray(0, length))?.name ?? null;
  } finally {
    closeSync(descriptor);
  }
}
