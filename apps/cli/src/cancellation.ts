import { VigilError } from '@vigil/contracts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Turns Ctrl-C and termination into an abort, so that a run ends with its checkpoint kept. A second one ends the process at once. */
export class Cancellation implements Disposable {
  readonly #controller = new AbortController();
  readonly #onSignal = (): void => {
    if (this.#controller.signal.aborted) process.exit(130);
    this.#controller.abort(new VigilError('cancelled', 'cancelled; run the same command again to go on where it stopped'));
  };

  constructor() {
    for (const name of signals) process.on(name, this.#onSignal);
  }

  /** Aborted once the user wants to stop. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  [Symbol.dispose](): void {
    for (const name of signals) process.off(name, this.#onSignal);
  }
}
