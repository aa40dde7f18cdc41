import { VigilError } from '@vigil/contracts';

/** What went wrong while writing a file, as an error that a user understands. */
export function writeFailure(path: string, cause: unknown): VigilError {
  if (cause instanceof VigilError) return cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new VigilError('disk-full', `No space left while writing ${path}; free some and run again`, { path }, cause);
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EISDIR' || code === 'EEXIST') {
    return new VigilError('not-writable', `Cannot write ${path} (${code}); choose a folder you may write to`, { path }, cause);
  }
  return new VigilError(
    'internal',
    `Writing ${path} failed: ${cause instanceof Error ? cause.message : String(cause)}`,
    { path },
    cause,
  );
}
