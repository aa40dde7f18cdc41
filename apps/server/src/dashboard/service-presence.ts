import { hostname } from 'node:os';
import { type SeenService, VigilError } from '@vigil/contracts';
import { newRecordId } from '../jobs/record-id.ts';
import type { ServerContext } from '../server-context.ts';

type PresenceContext = Pick<ServerContext, 'store' | 'clock' | 'log' | 'version'>;

const tellingMs = 15_000;
const aliveMs = 60_000;
const rememberedMs = 86_400_000;
const idPrefix = 'process-';
const mostProcesses = 200;

/** Tells the other processes of a store that this one is there, every few seconds until it is disposed of. */
export function announceProcess(context: PresenceContext, services: readonly string[]): AsyncDisposable {
  const { store, clock, log, version } = context;
  const id = `${idPrefix}${newRecordId(clock)}`;
  const startedAt = new Date(clock()).toISOString();
  const tell = async (): Promise<void> => {
    const seenAt = new Date(clock()).toISOString();
    const values = { services: [...services], host: hostname(), processId: process.pid, version, startedAt, seenAt };
    try {
      await store.serviceStates.update(id, (state) => ({ ...state, values }));
    } catch (error) {
      if (!(error instanceof VigilError && error.code === 'not-found')) throw error;
      await store.serviceStates.insert({ id, values });
    }
  };
  let telling = Promise.resolve();
  const tellOnce = (): void => {
    // told late is told: others only see that it was silent for a while
    telling = telling.then(tell).catch((error: unknown) => log.debug({ err: error }, 'presence could not be told'));
  };
  const timer = setInterval(tellOnce, tellingMs);
  timer.unref();
  tellOnce();
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await telling;
      await store.serviceStates
        .remove(id)
        .catch((error: unknown) => log.debug({ err: error }, 'the store was gone before this process was'));
    },
  };
}

/** The processes of a store, those that were seen last first; who was silent for a day is forgotten. */
export async function seenServices({ store, clock }: Pick<PresenceContext, 'store' | 'clock'>): Promise<SeenService[]> {
  const { items } = await store.serviceStates.list({ limit: mostProcesses });
  const seen: SeenService[] = [];
  for (const { id, values } of items.filter((state) => state.id.startsWith(idPrefix))) {
    const silentMs = clock() - Date.parse(String(values['seenAt']));
    if (silentMs > rememberedMs) await store.serviceStates.remove(id);
    else seen.push({ id, ...(values as Omit<SeenService, 'id' | 'alive'>), alive: silentMs < aliveMs });
  }
  return seen.sort((a, b) => (a.seenAt < b.seenAt ? 1 : -1));
}
