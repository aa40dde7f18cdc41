import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { VigilError } from '@vigil/contracts';
import { shownName } from './shown-name.ts';

/**
 * A file under a temporary name beside its final one, so that nothing half-written ever looks complete. Disposing of it
 * removes what was not completed.
 */
export class PartialFile implements AsyncDisposable {
  /** Absolute path of the bytes so far. */
  readonly path: string;
  readonly #output: string;

  constructor(output: string) {
    this.#output = resolve(output);
    this.path = join(dirname(this.#output), `.${basename(this.#output)}.${randomUUID().slice(0, 8)}.partial`);
  }

  /** Gives the file its final name, in place of what had it. */
  async complete(): Promise<void> {
    await rename(this.path, this.#output).catch((error: NodeJS.ErrnoException) => {
      throw writeFailure(this.#output, error);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.path, { force: true });
  }
}

/** The error of a failed write: `disk-full` where there is no space, else `not-writable`. */
function writeFailure(output: string, error: NodeJS.ErrnoException): VigilError {
  const name = shownName(output);
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') {
    return new VigilError('disk-full', `${name}: no space is left on the disk; free some and run again`, { output }, error);
  }
  return new VigilError(
    'not-writable',
    `${name}: cannot be written (${error.code}); check the folder and its permissions`,
    { output },
    error,
  );
}
