import type { FeedMessage } from '@vigil/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { FeedConnection, type FeedState } from './feed-connection.ts';
import { applyToCache, isOnFeed } from './record-cache.ts';

const FeedContext = createContext<FeedConnection | null>(null);

/**
 * Connects to the live feed while it is shown, and keeps the cache fresh from it.
 *
 * @param sessionId A connection ends with its session: another one connects anew, and goes on where the last has ended.
 * @param onUnanswered Learns that the server is away, or does not know the session any more.
 */
export function FeedProvider({
  sessionId,
  onUnanswered,
  children,
}: {
  readonly sessionId: string;
  readonly onUnanswered: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const client = useQueryClient();
  const [connection] = useState(() => new FeedConnection(feedAddress(location)));
  const unanswered = useEffectEvent(onUnanswered);
  useEffect(() => {
    const stop = connection.listen({
      unanswered: () => unanswered(),
      message: (message) => applyToCache(client, message),
      began: () => void client.invalidateQueries({ predicate: isOnFeed, fetchStatus: 'idle' }),
      reset: () => void client.invalidateQueries(),
    });
    connection.open();
    return () => {
      stop();
      connection.close();
    };
  }, [client, connection, sessionId]);
  return <FeedContext value={connection}>{children}</FeedContext>;
}

/** Calls back with every message of the feed, as long as the component is there. */
export function useFeed(onMessage: (message: FeedMessage) => void): void {
  const connection = useContext(FeedContext);
  const message = useEffectEvent(onMessage);
  useEffect(() => connection?.listen({ message: (told) => message(told) }), [connection]);
}

/** How the connection is; always to be seen somewhere. */
export function useFeedState(): FeedState {
  const connection = useContext(FeedContext);
  return useSyncExternalStore(
    (changed) => connection?.listen({ state: changed }) ?? (() => undefined),
    () => connection?.state ?? 'connecting',
  );
}

function feedAddress({ protocol, host }: Location): string {
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/ws`;
}
