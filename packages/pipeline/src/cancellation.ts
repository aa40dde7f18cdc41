import { VigilError } from '@vigil/contracts';

/** @throws VigilError `cancelled` where the signal was given */
export function requireActive(signal: AbortSignal | undefined, file: string): void {
  if (signal?.aborted) throw cancelled(file, signal.reason);
}

/** Runs work on a file; whatever it fails with after the signal was given is `cancelled`. */
export async function cancellable<Result>(
  signal: AbortSignal | undefined,
  file: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    requireActive(signal, file);
    return await work();
  } catch (cause) {
    if (signal?.aborted && !(cause instanceof VigilError && cause.code === 'cancelled')) throw cancelled(file, cause);
    throw cause;
  }
}

function cancelled(file: string, cause: unknown): VigilError {
  return new VigilError(
    'cancelled',
    `The work on ${file} was cancelled; the same command goes on where it stopped`,
    { file },
    cause,
  );
}
