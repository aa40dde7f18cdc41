import type { ErrorCode } from './errors.ts';

const exitCodes: Readonly<Record<ErrorCode, number>> = {
  internal: 1,
  'bad-request': 2,
  'file-missing': 3,
  'file-unreadable': 3,
  'file-empty': 3,
  'file-truncated': 3,
  'not-media': 3,
  'no-video': 3,
  'codec-unsupported': 3,
  'picture-size-unsupported': 3,
  'media-process-died': 3,
  'media-process-stalled': 3,
  'profile-missing': 4,
  'profile-unreadable': 4,
  'profile-mismatch': 4,
  'dataset-invalid': 4,
  'model-unavailable': 5,
  'model-invalid': 5,
  'memory-budget-exceeded': 5,
  'inference-failed': 5,
  'disk-full': 6,
  'not-writable': 6,
  'too-large': 3,
  'media-type-unsupported': 3,
  'quota-exceeded': 6,
  'not-signed-in': 7,
  forbidden: 7,
  'origin-refused': 7,
  'rate-limited': 7,
  'not-found': 7,
  'method-not-allowed': 7,
  conflict: 7,
  gone: 7,
  'range-unsatisfiable': 7,
  'address-refused': 7,
  'delivery-failed': 7,
  'store-unavailable': 7,
  'shutting-down': 7,
  cancelled: 130,
};

/**
 * The exit code of a command that ended in an error: 1 internal error, 2 wrong usage, 3 input that cannot be analysed,
 * 4 unusable profile or data set, 5 model that cannot run, 6 output that cannot be written, 7 a service or store that refused or is not there, 130 cancelled (128 + SIGINT,
 * as shells have it). A command that finished, with incidents or without, exits with 0. `docs/errors.md` has the same table.
 */
export function exitCodeOf(code: ErrorCode): number {
  return exitCodes[code];
}
