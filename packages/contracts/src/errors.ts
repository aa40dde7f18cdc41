import { z } from 'zod';

/** Every error code of the product; `docs/errors.md` says what each means and what to do. */
export const errorCodes = [
  'bad-request',
  'file-missing',
  'file-unreadable',
  'file-empty',
  'file-truncated',
  'not-media',
  'no-video',
  'codec-unsupported',
  'picture-size-unsupported',
  'media-process-died',
  'media-process-stalled',
  'profile-missing',
  'profile-unreadable',
  'profile-mismatch',
  'dataset-invalid',
  'model-unavailable',
  'model-invalid',
  'memory-budget-exceeded',
  'inference-failed',
  'disk-full',
  'not-writable',
  'cancelled',
  'not-signed-in',
  'forbidden',
  'origin-refused',
  'rate-limited',
  'not-found',
  'method-not-allowed',
  'conflict',
  'gone',
  'too-large',
  'range-unsatisfiable',
  'media-type-unsupported',
  'address-refused',
  'delivery-failed',
  'quota-exceeded',
  'store-unavailable',
  'shutting-down',
  'internal',
] as const;

/** A code of {@link errorCodes}. */
export type ErrorCode = (typeof errorCodes)[number];

/** The one wire format of an error. */
export const errorBodySchema = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  requestId: z.string().optional(),
  details: z.record(z.string(), z.unknown()).optional(),
});

/** The one wire format of an error. */
export type ErrorBody = z.infer<typeof errorBodySchema>;

/**
 * Base of every error that a user may see. The message is one line that says what is wrong, where, and what to do;
 * it states the limit and the actual value where there is one.
 */
export class VigilError extends Error {
  readonly code: ErrorCode;
  /** The facts of the error as fields, for programs. */
  readonly details: Record<string, unknown>;

  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'VigilError';
    this.code = code;
    this.details = details;
  }

  /** The error as it crosses a wire. */
  toBody(requestId?: string): ErrorBody {
    return {
      code: this.code,
      message: this.message,
      ...(requestId === undefined ? {} : { requestId }),
      ...(Object.keys(this.details).length > 0 ? { details: this.details } : {}),
    };
  }
}
