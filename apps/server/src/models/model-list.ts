import type { Model } from '@vigil/contracts';
import type { Clock } from '@vigil/store';
import type { Configuration } from '../configuration/configuration.ts';
import { listModels } from './list-models.ts';

/** The files of all models are read for a look at them, tens of megabytes: one look serves a minute. */
const freshMs = 60_000;

/** The models of a server, looked at now and then. */
export class ModelList {
  readonly #configuration: Configuration;
  readonly #clock: Clock;
  #looked: { readonly atMs: number; readonly models: Promise<Model[]> } | null = null;

  constructor({ configuration, clock }: { readonly configuration: Configuration; readonly clock: Clock }) {
    this.#configuration = configuration;
    this.#clock = clock;
  }

  /** Every model, as it was at most a minute ago. */
  async read(): Promise<Model[]> {
    const nowMs = this.#clock();
    if (this.#looked === null || Math.abs(nowMs - this.#looked.atMs) > freshMs) {
      this.#looked = { atMs: nowMs, models: listModels(this.#configuration) };
    }
    const looked = this.#looked;
    try {
      return await looked.models;
    } catch (error) {
      if (this.#looked === looked) this.#looked = null;
      throw error;
    }
  }
}
