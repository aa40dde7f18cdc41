import type { Model } from '@vigil/contracts';
import type { Clock, Store } from '@vigil/store';
import type { Configuration } from '../configuration/configuration.ts';
import { listModels } from './list-models.ts';

/** The files of all models are read for a look at them, tens of megabytes: one look serves a minute, or until a model was built. */
const freshMs = 60_000;

interface Look {
  readonly atMs: number;
  /** The newest job that builds a model, as it stood. */
  readonly building: string;
  readonly models: Promise<Model[]>;
}

/** What a list of models is made of. */
interface ModelListContext {
  readonly configuration: Configuration;
  readonly clock: Clock;
  readonly store: Pick<Store, 'jobs'>;
}

/** The models of a server, looked at now and then. */
export class ModelList {
  readonly #context: ModelListContext;
  #looked: Look | null = null;

  constructor(context: ModelListContext) {
    this.#context = context;
  }

  /** Every model, as it was at most a minute ago. */
  async read(): Promise<Model[]> {
    const { configuration, clock } = this.#context;
    const building = await this.#building();
    const nowMs = clock();
    if (this.#looked === null || this.#looked.building !== building || Math.abs(nowMs - this.#looked.atMs) > freshMs) {
      this.#looked = { atMs: nowMs, building, models: listModels(configuration) };
    }
    const looked = this.#looked;
    try {
      return await looked.models;
    } catch (error) {
      if (this.#looked === looked) this.#looked = null;
      throw error;
    }
  }

  async #building(): Promise<string> {
    const { items } = await this.#context.store.jobs.list({ limit: 1, filter: { type: 'build-model' } });
    return items.map(({ id, state }) => `${id} ${state}`).join();
  }
}
