import { VigilError } from '@vigil/contracts';

/** The error that a failed write to the model cache is to a user: `disk-full`, `not-writable`, or the error itself where it is neither. */
export function cacheError(error: unknown, folder: string): unknown {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new VigilError(
      'disk-full',
      `The disk of the model cache ${folder} is full; free some space or choose another folder`,
      { folder },
      error,
    );
  }
  if (code !== undefined && ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT'].includes(code)) {
    return new VigilError(
      'not-writable',
      `The model cache ${folder} cannot be written (${code}); make it writable or choose another folder`,
      { folder },
      error,
    );
  }
  return error;
}
