import type { Role } from '@vigil/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import { ApiError } from '../lib/api/api-error.ts';
import { api, bodyOf } from '../lib/api/api-client.ts';
import type { components } from '../lib/api/generated/api.ts';
import { forgetAllFiles } from '../lib/uploads/kept-files.ts';

/** Who is signed in. */
export type SignedIn = components['schemas']['SignedIn'];

/** Asking prolongs the session, which a page that is open for weeks lives on. */
const prolongMs = 6 * 3_600_000;

const SessionContext = createContext<SignedIn | null>(null);

/** Key of the session in the cache. */
export const sessionKey = ['session'] as const;

/** Who is signed in; null for nobody, undefined until it is known. */
export function useSessionQuery() {
  return useQuery({
    queryKey: sessionKey,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: prolongMs,
    refetchIntervalInBackground: true,
    queryFn: async (): Promise<SignedIn | null> => {
      try {
        return await bodyOf(api.GET('/api/v1/auth/session'));
      } catch (error) {
        if (error instanceof ApiError && error.status === 401) return null;
        throw error;
      }
    },
  });
}

/** Lets everything below know who is signed in. */
export function SessionProvider({
  signedIn,
  children,
}: {
  readonly signedIn: SignedIn;
  readonly children: ReactNode;
}): ReactNode {
  return <SessionContext value={signedIn}>{children}</SessionContext>;
}

/** Who is signed in; only below the frame, where somebody is. */
export function useSession(): SignedIn {
  const signedIn = useContext(SessionContext);
  if (signedIn === null) throw new Error('useSession outside of SessionProvider');
  return signedIn;
}

const ranks: Record<Role, number> = { viewer: 0, operator: 1, admin: 2 };

/** Whether who is signed in has a role or a higher one. What a role may not do is not shown. */
export function useMay(role: Role): boolean {
  return ranks[useSession().user.role] >= ranks[role];
}

/**
 * Ends the session and forgets everything that was read with it, and the files that were being uploaded. Where the server cannot be told,
 * the session goes on, and so does the page: an error says so.
 */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await api.POST('/api/v1/auth/sign-out').catch((error: unknown) => {
      // it has ended before
      if (!(error instanceof ApiError && error.status === 401)) throw error;
    });
    // whoever looks at the session learns of it first; then nothing is left for the next one at this browser
    client.setQueryData(sessionKey, null);
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
    await forgetAllFiles();
  };
}
