import { VigilError } from '@vigil/contracts';

const fullDiskCodes = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** Code of a system error, such as `ENOENT`; undefined for other errors. */
export function systemCodeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Whether a system error says that there is nothing at a path. */
export function isMissing(error: unknown): boolean {
  const code = systemCodeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** The VigilError of a failed write: `disk-full` where there is no space, else `not-writable`; VigilErrors stay as they are. */
function writeFailure(shownName: string, error: unknown): VigilError {
  if (error instanceof VigilError) return error;
  const code = systemCodeOf(error) ?? String(error);
  const facts = { name: shownName };
  if (fullDiskCodes.includes(code))
    return new VigilError('disk-full', `${shownName}: no space is left on the disk; free some`, facts, error);
  const message = `${shownName}: cannot be written (${code}); check the permissions of the data folder`;
  return new VigilError('not-writable', message, facts, error);
}

/**
 * Runs what writes.
 *
 * @param shownName What is written, for the message: a key, never a path of the server.
 * @throws VigilError `disk-full`, `not-writable`, and what `write` throws of its own
 */
export async function writing<Result>(shownName: string, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    throw writeFailure(shownName, error);
  }
}
