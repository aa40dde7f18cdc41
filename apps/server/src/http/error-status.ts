import type { ErrorCode } from '@vigil/contracts';

const statuses: Readonly<Record<ErrorCode, number>> = {
  'bad-request': 400,
  'file-missing': 404,
  'file-unreadable': 422,
  'file-empty': 422,
  'file-truncated': 422,
  'not-media': 415,
  'no-video': 422,
  'codec-unsupported': 415,
  'picture-size-unsupported': 422,
  'media-process-died': 422,
  'media-process-stalled': 422,
  'profile-missing': 404,
  'profile-unreadable': 422,
  'profile-mismatch': 409,
  'dataset-invalid': 422,
  'model-unavailable': 503,
  'model-invalid': 503,
  'memory-budget-exceeded': 503,
  'inference-failed': 500,
  'disk-full': 507,
  'not-writable': 507,
  cancelled: 409,
  'not-signed-in': 401,
  forbidden: 403,
  'origin-refused': 403,
  'rate-limited': 429,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  'range-unsatisfiable': 416,
  'media-type-unsupported': 415,
  'address-refused': 400,
  'delivery-failed': 422,
  'quota-exceeded': 507,
  'store-unavailable': 503,
  'shutting-down': 503,
  internal: 500,
};

/** HTTP status of an error. */
export function statusOf(code: ErrorCode): number {
  return statuses[code];
}
