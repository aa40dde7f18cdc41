import type { FeedEvent, FeedMessage } from '@vigil/contracts';

/** The numbered messages of the feed, kept for a day. Every process that reads them sees every message, whoever wrote it. */
export interface EventLog {
  /** Adds messages; their numbers follow one another in this order. */
  append(events: readonly FeedEvent[]): Promise<FeedMessage[]>;
  /** At most `limit` messages after a number, ascending, without ones that a slower writer may still put in between. */
  after(sequence: number, limit: number): Promise<FeedMessage[]>;
  /** Numbers of the oldest and the newest message; both 0 where there is none yet. */
  range(): Promise<{ oldest: number; newest: number }>;
  /** Removes what is older than a time. */
  removeBefore(at: string): Promise<number>;
  /**
   * Calls back soon after something was added, by this process or another; may call without cause. A reader that relies on
   * it asks `after` all the same twice a second.
   *
   * @returns Ends the watch.
   */
  watch(wake: () => void): () => void;
}
