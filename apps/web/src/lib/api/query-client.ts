import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.ts';

/** Attempts after the first, for what may pass. */
const retries = 3;

/** The cache of everything that was read. The feed keeps it fresh, so that nothing is asked for again merely because time went by. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof ApiError && error.status === 401) onSignedOut();
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
