import type { Delivery } from '@vigil/contracts';
import { attemptDelivery, type DeliveryContext } from './attempt-delivery.ts';
import { longestWaitMs } from './retry-delay.ts';

const lookMs = 1000;
const pageSize = 200;
const mostPages = 25;
const rulesAtATime = 16;

/** Sends deliveries that are due. Those of one rule go one after the other, so that a slow receiver holds up none but itself. */
export class DeliveryDesk implements AsyncDisposable {
  readonly #context: DeliveryContext;
  readonly #timer: NodeJS.Timeout;
  readonly #busy = new Map<string, Promise<void>>();
  #looking: Promise<void> | null = null;
  #isWoken = false;
  #isStopped = false;

  constructor(context: DeliveryContext) {
    this.#context = context;
    this.#timer = setInterval(() => this.wake(), lookMs);
    this.wake();
  }

  /** Looks for deliveries that are due. */
  wake(): void {
    this.#isWoken = true;
    if (this.#looking !== null || this.#isStopped) return;
    this.#isWoken = false;
    this.#looking = this.#look()
      .catch((error: unknown) => this.#context.log.warn({ err: error }, 'deliveries could not be looked up'))
      .finally(() => {
        this.#looking = null;
        if (this.#isWoken) this.wake();
      });
  }

  /** Takes up nothing new and waits for what is on its way, no longer than a receiver may take. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#timer);
    await this.#looking;
    await Promise.all(this.#busy.values());
  }

  async #look(): Promise<void> {
    const due = new Map<string, Delivery[]>();
    let cursor: string | undefined;
    for (let page = 0; page < mostPages; page++) {
      const list = { limit: pageSize, cursor, order: 'oldest-first', filter: { state: 'waiting' } } as const;
      const { items, nextCursor } = await this.#context.store.deliveries.list(list);
      for (const delivery of items.filter((each) => this.#isDue(each)))
        due.set(delivery.ruleId, [...(due.get(delivery.ruleId) ?? []), delivery]);
      cursor = nextCursor ?? undefined;
      if (cursor === undefined) break;
    }
    for (const [ruleId, deliveries] of due) {
      if (this.#isStopped || this.#busy.size >= rulesAtATime) return;
      if (!this.#busy.has(ruleId)) this.#begin(ruleId, deliveries);
    }
  }

  /** A wait that is longer than the longest comes from a clock that was ahead: it is over. */
  #isDue({ notBefore }: Delivery): boolean {
    const waitMs = Date.parse(notBefore) - this.#context.clock();
    return waitMs <= 0 || waitMs > longestWaitMs;
  }

  #begin(ruleId: string, deliveries: readonly Delivery[]): void {
    const work = this.#deliver(deliveries)
      .catch((error: unknown) => this.#context.log.warn({ err: error, ruleId }, 'deliveries were cut off'))
      .finally(() => this.#busy.delete(ruleId));
    this.#busy.set(ruleId, work);
  }

  async #deliver(deliveries: readonly Delivery[]): Promise<void> {
    for (const delivery of deliveries) {
      if (this.#isStopped) return;
      await attemptDelivery(this.#context, delivery);
    }
  }
}
