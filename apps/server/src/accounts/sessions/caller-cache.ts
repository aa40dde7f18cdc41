import type { Clock } from '@vigil/store';
import type { Caller } from '../../http/access.ts';

/** How long a process may still believe in a session or key that another process has ended, milliseconds. */
export const callerCacheMs = 2000;
const mostEntries = 10_000;

/**
 * Callers that were found a moment ago, so that a page that asks for a hundred things looks its session up once. Only callers that
 * were found are kept: what is refused is looked up each time.
 */
export class CallerCache {
  readonly #entries = new Map<string, { readonly caller: Caller; readonly at: number }>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The caller of a credential; null where it is not known or too old. */
  get(credential: string): Caller | null {
    const entry = this.#entries.get(credential);
    if (entry === undefined) return null;
    const age = this.#clock() - entry.at;
    if (age >= 0 && age < callerCacheMs) return entry.caller;
    this.#entries.delete(credential);
    return null;
  }

  /** Remembers a caller from the time on at which it began to be looked up. */
  set(credential: string, caller: Caller, at: number): void {
    if (this.#entries.size >= mostEntries) this.#entries.clear();
    this.#entries.set(credential, { caller, at });
  }

  /** Forgets everyone, after a session, user or key was changed here. */
  clear(): void {
    this.#entries.clear();
  }
}
