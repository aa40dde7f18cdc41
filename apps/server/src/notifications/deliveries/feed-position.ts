import type { Store } from '@vigil/store';
import { insertOnce } from '../../jobs/job-context.ts';

const id = 'notifier';

/**
 * Where to go on reading the feed: after what was read last by any process, or from now on where none ever has. What is gone meanwhile,
 * after a day's absence, is not made up for.
 */
export async function readPosition({ events, serviceStates }: Pick<Store, 'events' | 'serviceStates'>): Promise<number> {
  const { oldest, newest } = await events.range();
  const { values } = await insertOnce(serviceStates, { id, values: { position: newest } });
  const position = Number(values['position']);
  return Math.min(newest, Math.max(position, oldest - 1));
}

/** Keeps the position. Of several processes the one that is furthest counts, unless the store was put back. */
export async function keepPosition(
  { serviceStates }: Pick<Store, 'serviceStates'>,
  position: number,
  { isRewound = false }: { readonly isRewound?: boolean } = {},
): Promise<void> {
  await serviceStates.update(id, (state) => {
    const kept = Number(state.values['position']);
    return kept < position || isRewound ? { ...state, values: { position } } : null;
  });
}
