import type { FeedMessage } from '@vigil/contracts';
import type { Clock } from '@vigil/store';

/**
 * Takes from the feed how long each new incident took from its decision to this process reading its message, seconds. Messages that were
 * written before this was made are left out: they say how long the process was away. A clock that went back counts as no delay.
 *
 * @returns What every message is to be given to, as it is read.
 */
export function announcementDelays(clock: Clock, tell: (seconds: number) => void): (message: FeedMessage) => void {
  const startedMs = clock();
  return (message) => {
    if (message.topic !== 'incident' || message.type !== 'new' || Date.parse(message.at) < startedMs) return;
    tell(Math.max(0, clock() - Date.parse(message.record.decidedAt)) / 1000);
  };
}
