import { usePeople } from './use-people.ts';

/** Names people by their ids; an id that nobody has any more stays an id. */
export function useUserName(): (id: string) => string {
  const names = new Map(usePeople().map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}
