import { existsSync, readFileSync } from 'node:fs';

/** Time between two looks at a process's memory. */
const lookIntervalMs = 100;

/**
 * Resident memory of a process in bytes; null where the system does not tell (no procfs) or the process has gone.
 * Source: proc(5), `VmRSS` of `/proc/PID/status`.
 */
export function residentBytes(processId: number): number | null {
  const path = `/proc/${processId}/status`;
  try {
    const match = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(path, 'utf8'));
    return match === null ? null : Number(match[1]) * 1024;
  } catch {
    return null;
  }
}

/**
 * Calls back once when a process holds more resident memory than its ceiling.
 * Does nothing on systems without procfs; there the process's own limits are all there is.
 */
export class MemoryWatch implements Disposable {
  readonly #timer: NodeJS.Timeout | null;

  constructor(processId: number, ceilingBytes: number, onExceeded: (bytes: number) => void) {
    if (!existsSync('/proc/self/status')) {
      this.#timer = null;
      return;
    }
    this.#timer = setInterval(() => {
      const bytes = residentBytes(processId);
      if (bytes === null || bytes <= ceilingBytes) return;
      this[Symbol.dispose]();
      onExceeded(bytes);
    }, lookIntervalMs);
    this.#timer.unref();
  }

  [Symbol.dispose](): void {
    if (this.#timer !== null) clearInterval(this.#timer);
  }
}
