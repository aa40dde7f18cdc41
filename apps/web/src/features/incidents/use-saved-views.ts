import type { SavedView } from '@vigil/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../lib/api/api-client.ts';

/** Views that the server keeps for one person. */
export const mostViews = 50;

const key = ['saved-views'];
const none: readonly SavedView[] = [];

type Change =
  | { readonly type: 'add'; readonly view: Omit<SavedView, 'id'> }
  | { readonly type: 'replace'; readonly view: SavedView }
  | { readonly type: 'remove'; readonly id: string };

/** The views of the reader, and how they change. */
export function useSavedViews(): {
  readonly views: readonly SavedView[];
  readonly error: Error | null;
  readonly add: (view: Omit<SavedView, 'id'>, done: () => void) => void;
  readonly replace: (view: SavedView) => void;
  readonly remove: (id: string) => void;
} {
  const client = useQueryClient();
  const { data, error } = useQuery({
    queryKey: key,
    queryFn: async () => (await bodyOf(api.GET('/api/v1/saved-views'))).items,
  });
  const change = useMutation({ mutationFn: send, onSettled: () => client.invalidateQueries({ queryKey: key }) });
  return {
    views: data ?? none,
    error: change.error ?? error,
    add: (view, done) => change.mutate({ type: 'add', view }, { onSuccess: done }),
    replace: (view) => change.mutate({ type: 'replace', view }),
    remove: (id) => change.mutate({ type: 'remove', id }),
  };
}

async function send(change: Change): Promise<void> {
  switch (change.type) {
    case 'add':
      await api.POST('/api/v1/saved-views', { body: change.view });
      break;
    case 'replace': {
      const { id, ...body } = change.view;
      await api.PUT('/api/v1/saved-views/{id}', { params: { path: { id } }, body });
      break;
    }
    case 'remove':
      await api.DELETE('/api/v1/saved-views/{id}', { params: { path: { id: change.id } } });
      break;
  }
}
