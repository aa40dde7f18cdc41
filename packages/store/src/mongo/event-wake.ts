import type { ChangeStream } from 'mongodb';
import type { MongoCollection, MongoContext } from './mongo-collection.ts';

/** How often the newest number is looked at while somebody watches. */
const pollMs = 500;

/** How long after a change stream broke a new one is tried; polling goes on all the while. */
const reopenMs = 30_000;

/** Wakes those who watch a collection that only grows. */
export interface Wake extends AsyncDisposable {
  /** Wakes at once, because this process added something. */
  now(): void;
  /** Calls back until the answer is called. */
  watch(callback: () => void): () => void;
}

/**
 * Wakes by this process's own additions, by a change stream where the server has them, and by looking at the newest number
 * twice a second in any case. Nothing runs while nobody watches, and nothing here keeps a process from ending.
 *
 * @param newest The newest number; it may throw, and is then asked again later.
 */
export function wakeOnChange(context: MongoContext, collection: MongoCollection, newest: () => Promise<number>): Wake {
  const callbacks = new Set<() => void>();
  let timer: NodeJS.Timeout | undefined;
  let stream: ChangeStream | undefined;
  let streamNotBefore = 0;
  let seen: number | undefined;
  let isAsking = false;

  const now = (): void => callbacks.forEach((callback) => callback());

  async function look(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    try {
      const number = await newest();
      // The first look wakes too: what was added between the beginning of the watch and it is told by nothing else.
      const isNew = number !== seen;
      seen = number;
      if (isNew) now();
    } catch {
      // A server that is gone wakes nobody; the next look tells when it is back.
    } finally {
      isAsking = false;
    }
  }

  function openStream(): void {
    if (stream !== undefined || performance.now() < streamNotBefore) return;
    const opened = context.connection.database.collection(collection.name).watch([{ $match: { operationType: 'insert' } }]);
    stream = opened;
    opened.on('change', now);
    opened.on('error', () => closeStream(opened));
    opened.on('close', () => closeStream(opened));
  }

  function closeStream(closing: ChangeStream | undefined): void {
    if (closing === undefined || stream !== closing) return;
    stream = undefined;
    streamNotBefore = performance.now() + reopenMs;
    // Closing a stream whose server is gone fails, and there is nothing left to close.
    void closing.close().catch(() => undefined);
  }

  function tick(): void {
    openStream();
    void look();
  }

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
    closeStream(stream);
    streamNotBefore = 0;
    seen = undefined;
  }

  return {
    now,
    watch(callback) {
      // A wrapper of its own, so that one function watches as often as it asked to.
      const own = (): void => callback();
      callbacks.add(own);
      if (timer === undefined) {
        timer = setInterval(tick, pollMs);
        timer.unref();
        tick();
      }
      return () => {
        if (callbacks.delete(own) && callbacks.size === 0) stop();
      };
    },
    async [Symbol.asyncDispose]() {
      callbacks.clear();
      stop();
    },
  };
}
