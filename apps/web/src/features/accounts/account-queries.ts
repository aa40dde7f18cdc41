import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../lib/api/api-client.ts';

/** Key of the own sessions in the cache. */
export const ownSessionsKey = ['session-list'] as const;
/** Key of the API keys in the cache. */
export const apiKeysKey = ['api-keys'] as const;
/** Key of the users in the cache. */
export const usersKey = ['users'] as const;

const pageSize = 100;

/** The own open sessions. */
export function useOwnSessions() {
  return useQuery({
    queryKey: ownSessionsKey,
    staleTime: 0,
    queryFn: () => bodyOf(api.GET('/api/v1/auth/sessions')),
  });
}

/** The own API keys; for administrators those of everybody. */
export function useApiKeys() {
  return useInfiniteQuery({
    queryKey: apiKeysKey,
    staleTime: 0,
    initialPageParam: '',
    queryFn: ({ pageParam: cursor }) =>
      bodyOf(api.GET('/api/v1/api-keys', { params: { query: { limit: pageSize, ...(cursor === '' ? {} : { cursor }) } } })),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** All users, by e-mail address. */
export function useUsers() {
  return useInfiniteQuery({
    queryKey: usersKey,
    staleTime: 0,
    initialPageParam: '',
    queryFn: ({ pageParam: cursor }) =>
      bodyOf(api.GET('/api/v1/users', { params: { query: { limit: pageSize, ...(cursor === '' ? {} : { cursor }) } } })),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
