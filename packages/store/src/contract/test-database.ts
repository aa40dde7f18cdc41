import type { Clock } from '../port/clock.ts';
import type { Store } from '../port/store.ts';

/** An empty database that a contract suite runs on. */
export interface TestDatabase extends AsyncDisposable {
  /** Opens a store on it, as one more process would. It is closed with the database. */
  open(clock?: Clock): Promise<Store>;
}

/** Makes an empty database for one test. */
export type NewTestDatabase = () => Promise<TestDatabase>;

/** A clock that stands still until it is set. */
export interface ManualClock {
  readonly now: Clock;
  /** Jumps by some milliseconds, backward where negative. */
  jump(milliseconds: number): void;
}

/** A clock that begins at the present, so that nothing is old enough to be removed by a server. */
export function manualClock(): ManualClock {
  let time = Date.now();
  return {
    now: () => time,
    jump(milliseconds) {
      time += milliseconds;
    },
  };
}
