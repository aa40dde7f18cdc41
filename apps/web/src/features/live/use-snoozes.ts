import { useEffect, useState } from 'react';
import { browserStorage, keepInBrowser } from '../../lib/storage/browser-storage.ts';
import { parseSnoozes, type Snooze, snoozeKey, withSnooze } from './snoozes.ts';

/** How the snoozes of this browser are read and set. */
export interface Snoozes {
  readonly active: readonly Snooze[];
  readonly isSnoozed: (sourceId: string) => boolean;
  readonly snooze: (source: Pick<Snooze, 'sourceId' | 'sourceName'>, minutes: number) => void;
  readonly end: (sourceId: string) => void;
}

/** Sources that are silent in this browser for a while; other tabs follow. */
export function useSnoozes(): Snoozes {
  const [active, setActive] = useState(() => readSnoozes());
  useEffect(() => {
    const follow = (event: StorageEvent): void => {
      if (event.key === snoozeKey) setActive(readSnoozes());
    };
    addEventListener('storage', follow);
    return () => removeEventListener('storage', follow);
  }, []);
  useEffect(() => {
    const firstEndMs = Math.min(...active.map(({ untilMs }) => untilMs));
    if (!Number.isFinite(firstEndMs)) return undefined;
    const timer = setTimeout(() => setActive(readSnoozes()), Math.max(0, firstEndMs - Date.now()) + 50);
    return () => clearTimeout(timer);
  }, [active]);
  const keep = (snoozes: readonly Snooze[]): void => {
    keepInBrowser(snoozeKey, JSON.stringify(snoozes));
    setActive([...snoozes]);
  };
  return {
    active,
    isSnoozed: (wanted) => active.some(({ sourceId, untilMs }) => sourceId === wanted && untilMs > Date.now()),
    snooze: (source, minutes) => keep(withSnooze(active, { ...source, untilMs: Date.now() + minutes * 60_000 })),
    end: (ended) => keep(active.filter(({ sourceId }) => sourceId !== ended)),
  };
}

function readSnoozes(): Snooze[] {
  return parseSnoozes(browserStorage()?.getItem(snoozeKey) ?? null, Date.now());
}
