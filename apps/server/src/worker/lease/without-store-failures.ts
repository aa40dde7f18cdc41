import { setTimeout } from 'node:timers/promises';
import { VigilError } from '@vigil/contracts';

/** Pause before the store is asked again. */
const pauseMs = 500;

/**
 * Does something with the store, again and again while it cannot be reached, as long as it makes sense.
 *
 * @param isWorthIt Whether to go on trying.
 * @throws what `action` throws, `store-unavailable` only when trying made no sense any more
 */
export async function withoutStoreFailures<Result>(action: () => Promise<Result>, isWorthIt: () => boolean): Promise<Result> {
  for (;;) {
    try {
      return await action();
    } catch (error) {
      if (!(error instanceof VigilError && error.code === 'store-unavailable') || !isWorthIt()) throw error;
      await setTimeout(pauseMs);
    }
  }
}
