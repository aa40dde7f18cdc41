import { useQuery } from '@tanstack/react-query';
import { useMay, useSession } from '../../app/session.tsx';
import { api, bodyOf } from '../api/api-client.ts';

const mostUsers = 200;

/** Names people by their ids. Only administrators may read who there is; others see their own name, and ids for the rest. */
export function useUserName(): (id: string) => string {
  const { user } = useSession();
  const isAdmin = useMay('admin');
  const { data } = useQuery({
    queryKey: ['user-names'],
    enabled: isAdmin,
    queryFn: async () => {
      const { items } = await bodyOf(api.GET('/api/v1/users', { params: { query: { limit: mostUsers } } }));
      return new Map(items.map(({ id, name }) => [id, name]));
    },
  });
  return (id) => (id === user.id ? user.name : (data?.get(id) ?? id));
}
