import type { ErrorCode } from '@vigil/contracts';

/**
 * An error of the file at hand, inside the media process. The message says what and what to do; the parent puts the file's
 * name in front and makes it a `VigilError`.
 */
export class MediaFailure extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown>;

  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}
