import { setTimeout as delay } from 'node:timers/promises';
import type { FeedMessage } from '@vigil/contracts';
import { FeedReader } from '../feed/feed-reader.ts';
import type { ServerContext } from '../server-context.ts';
import { openChannels } from './channels/open-channels.ts';
import { DeliveryDesk } from './deliveries/delivery-desk.ts';
import { keepPosition, readPosition } from './deliveries/feed-position.ts';
import { planDeliveries } from './deliveries/plan-deliveries.ts';

const pollMs = 500;
/** Reading a little twice is cheap and harmless; writing the position at every message would not be. */
const positionMs = 5000;
const retryMs = 2000;

/**
 * Sends notifications of new incidents: reads the feed from where the last process stopped, stores what is to be delivered, delivers
 * it. Any number of processes may do so on one store.
 */
export function startNotifier(context: ServerContext): AsyncDisposable {
  const stopping = new AbortController();
  const running = run(context, stopping.signal).catch((error: unknown) =>
    context.log.error({ err: error }, 'the notifier has ended'),
  );
  return {
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await running;
    },
  };
}

async function run(context: ServerContext, signal: AbortSignal): Promise<void> {
  const { store, log } = context;
  const first = await firstPosition(context, signal);
  if (first === null) return;
  await using channels = openChannels(context);
  await using desk = new DeliveryDesk({ ...context, channels });
  const tell = {
    messages: async (messages: readonly FeedMessage[]) => {
      if ((await planDeliveries(context, messages)) > 0) desk.wake();
    },
    rewound: (newest: number) => keep(newest, true),
  };
  let kept = first;
  const keep = (position: number, isRewound = false): void => {
    kept = position;
    keepPosition(store, position, { isRewound }).catch((error: unknown) => {
      log.debug({ err: error }, 'the position in the feed is kept later');
      kept = -1;
    });
  };
  await using reader = new FeedReader(store.events, first, { tell, log, pollMs });
  const timer = setInterval(() => {
    if (reader.position !== kept) keep(reader.position);
  }, positionMs);
  await aborted(signal);
  clearInterval(timer);
  await reader[Symbol.asyncDispose]();
  await keepPosition(store, reader.position).catch((error: unknown) =>
    log.debug({ err: error }, 'the store was gone before the notifier was'),
  );
}

/** Waits for the store; null where the service stops before it is there. */
async function firstPosition({ store, log }: ServerContext, signal: AbortSignal): Promise<number | null> {
  while (!signal.aborted) {
    try {
      return await readPosition(store);
    } catch (error) {
      log.warn({ err: error }, 'the notifier waits for the store');
      await delay(retryMs, undefined, { signal }).catch(() => undefined);
    }
  }
  return null;
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
