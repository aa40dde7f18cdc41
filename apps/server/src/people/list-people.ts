import type { Person } from '@vigil/contracts';
import type { Store } from '@vigil/store';
import { userOf } from '../accounts/users/user-records.ts';

/** More people than anybody chooses from; also the most that the store gives at once. */
const mostPeople = 1000;

/** Names of the users, by name: those that incidents are assigned to. */
export async function listPeople({ accounts }: Pick<Store, 'accounts'>): Promise<Person[]> {
  const records = await accounts.find('user', { where: [], sortBy: { field: 'name', direction: 'asc' }, limit: mostPeople });
  return records.map(userOf).map(({ id, name, disabled }) => ({ id, name, disabled }));
}
