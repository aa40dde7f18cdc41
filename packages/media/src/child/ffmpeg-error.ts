import { FFmpegError, PosixError } from 'node-av/lib';
import { MediaFailure } from './media-failure.ts';

const outOfMemory: number = FFmpegError.AVERROR(PosixError.ENOMEM);
const noSpace: number = FFmpegError.AVERROR(PosixError.ENOSPC);
const noAccess: number = FFmpegError.AVERROR(PosixError.EACCES);

/** FFmpeg's words for an error code. */
export function ffmpegWords(code: number): string {
  if (code === outOfMemory) return 'it asks for more memory or more tracks than any video needs';
  return FFmpegError.strerror(code);
}

/**
 * A process that holds less than this, in bytes, has memory left: FFmpeg's "out of memory" then means that the file asked for an
 * absurd amount at once, or for more tracks than are allowed.
 */
const scarceFromBytes = 256 * 1024 ** 2;

/** Throws where reading or decoding a file ran out of memory, which no caller can mend. */
export function throwIfOutOfMemory(code: number): void {
  if (code === outOfMemory && process.memoryUsage.rss() >= scarceFromBytes) throw withoutMemory();
}

function withoutMemory(): MediaFailure {
  return new MediaFailure(
    'media-process-died',
    'the media process has no memory left; make the picture smaller or raise the ceiling',
  );
}

/** Throws a failure of something that does not depend on the file (an encoder, a filter) where `code` is an error. */
export function expectSuccess(code: number, what: string): void {
  if (code === outOfMemory) throw withoutMemory();
  if (code < 0) throw new MediaFailure('internal', `${what} failed: ${ffmpegWords(code)}`, { ffmpegCode: code });
}

/** Throws `codec-unsupported` where what a file decodes to is in a form that cannot be turned into another. */
export function expectConverted(code: number, what: string): void {
  if (code === outOfMemory) throw withoutMemory();
  if (code >= 0) return;
  const message = `${what} cannot be converted (${ffmpegWords(code)}); convert the file with another program`;
  throw new MediaFailure('codec-unsupported', message, { ffmpegCode: code });
}

/** Throws `disk-full` or `not-writable` where writing failed. */
export function expectWritten(code: number): void {
  if (code === outOfMemory) throw withoutMemory();
  if (code >= 0) return;
  if (code === noSpace) throw new MediaFailure('disk-full', 'no space is left on the disk; free some and run again');
  if (code === noAccess) throw new MediaFailure('not-writable', 'no permission to write here; choose another folder');
  throw new MediaFailure('not-writable', `cannot be written (${ffmpegWords(code)}); check the disk and the folder`, {
    ffmpegCode: code,
  });
}
