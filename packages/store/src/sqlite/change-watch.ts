import type { SqliteConnection } from './sqlite-connection.ts';

/** How often changes by other connections are looked for, milliseconds. */
const pollMs = 200;

/** Wakes those who wait for something new in a database. */
export interface ChangeWatch extends Disposable {
  /** Calls back soon after each change, by this connection or another. @returns Ends it. */
  watch(wake: () => void): () => void;
  /** Tells that this connection has changed something. */
  changed(): void;
}

/**
 * Watches a database: this connection tells of its own changes, and those of other connections and processes change
 * `PRAGMA data_version`, which is a look at shared memory. It polls while somebody watches, and keeps no process alive.
 */
export function changeWatch(connection: SqliteConnection): ChangeWatch {
  const watchers = new Set<() => void>();
  let timer: NodeJS.Timeout | undefined;
  let seen = dataVersion();

  function dataVersion(): unknown {
    return connection.first('PRAGMA data_version')?.['data_version'];
  }

  function wakeAll(): void {
    for (const wake of watchers) wake();
  }

  function poll(): void {
    let version: unknown;
    try {
      version = dataVersion();
    } catch {
      // A file that cannot be read now may be later; whoever watches asks by itself all the same.
      return;
    }
    if (version === seen) return;
    seen = version;
    wakeAll();
  }

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
  }

  return {
    watch(wake) {
      // Each watch is one of its own, even if two share a function.
      const watcher = () => wake();
      watchers.add(watcher);
      timer ??= setInterval(poll, pollMs).unref();
      return () => {
        watchers.delete(watcher);
        if (watchers.size === 0) stop();
      };
    },
    changed: () => queueMicrotask(wakeAll),
    [Symbol.dispose]() {
      watchers.clear();
      stop();
    },
  };
}
