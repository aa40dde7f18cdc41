import { VigilError } from '@vigil/contracts';

/** The error of a failed write below an output folder: `disk-full` where there is no space, else `not-writable`. */
function writeFailure(path: string, error: unknown): VigilError {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  const name = JSON.stringify(path);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new VigilError(
      'disk-full',
      `${name}: no space is left on the disk; free some, or choose another folder with --out`,
      { path },
      error,
    );
  }
  const reason = code === 'EEXIST' || code === 'ENOTDIR' ? 'a file has that name' : code;
  const message = `${name}: cannot be written (${reason}); check its permissions, or choose another place with --out`;
  return new VigilError('not-writable', message, { path }, error);
}

/** Runs what writes to `path`; its system errors become `disk-full` or `not-writable`, VigilErrors pass. */
export async function writing<Result>(path: string, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    throw error instanceof VigilError ? error : writeFailure(path, error);
  }
}
