import type { EventLog } from '@vigil/store';
import { feedEntry, type FeedEntry, withoutReplaced } from './feed-entry.ts';

/** A piece of what a client has missed. */
export interface ReplayPage {
  readonly entries: readonly FeedEntry[];
  /** Number up to which it goes. */
  readonly last: number;
}

const mostMessages = 200;

/** Reads what came after a number; null where some of it is gone. */
export async function replayPage(events: EventLog, after: number): Promise<ReplayPage | null> {
  const messages = await events.after(after, mostMessages);
  // asked afterwards, so that what was removed before the reading shows
  const { oldest } = await events.range();
  if (messages.length === 0 || oldest > after + 1) return null;
  return { entries: withoutReplaced(messages.map(feedEntry)), last: messages[messages.length - 1].sequence };
}
