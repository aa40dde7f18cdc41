/** Limits of a process that reads or writes media. */
export interface MediaProcessOptions {
  /** Ends the process at once when aborted; the call then fails with `cancelled`. */
  readonly signal?: AbortSignal | undefined;
  /** Resident memory that the process may use, in bytes. Default 1 GiB. */
  readonly memoryCeilingBytes?: number | undefined;
  /** Time without any progress after which the process is ended, in milliseconds. Default 30 000. */
  readonly stallTimeoutMs?: number | undefined;
}

/** Default of `memoryCeilingBytes`: room for a few pictures of the largest size and the codec's own copies of them. */
export const defaultMemoryCeilingBytes = 1024 ** 3;

/** Default of `stallTimeoutMs`. */
export const defaultStallTimeoutMs = 30_000;
