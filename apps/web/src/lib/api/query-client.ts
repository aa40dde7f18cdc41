import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.ts';

/** Attempts after the first, for what may pass. */
const retries = 3;

/** What a client tells of the session. */
interface SessionListener {
  /** Something that was read says that nobody is signed in. */
  signedOut(): void;
  /** Something that was to be done was refused as if nobody were; it may mean a wrong password. */
  inDoubt(): void;
}

/** The cache of everything that was read. The feed keeps it fresh, so that nothing is asked for again merely because time went by. */
export function createQueryClient(session: SessionListener): QueryClient {
  const isNobody = (error: Error): boolean => error instanceof ApiError && error.status === 401;
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (isNobody(error)) session.signedOut();
      },
    }),
    mutationCache: new MutationCache({
      onError: (error) => {
        if (isNobody(error)) session.inDoubt();
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => error instanceof ApiError && error.isPassing && count < retries,
        retryDelay: (attempt) => Math.min(500 * 2 ** attempt, 8000),
      },
    },
  });
}
