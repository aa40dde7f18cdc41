import { VigilError } from '@vigil/contracts';
import type { ServerContext } from '../server-context.ts';

/** Whoever is to look at an incident is a user. @throws VigilError `not-found` */
export async function requireAssignee({ store }: ServerContext, assignedTo: string | null | undefined): Promise<void> {
  if (assignedTo === undefined || assignedTo === null) return;
  const where = [{ field: 'id', operator: 'eq', value: assignedTo, connector: 'AND' }] as const;
  const [user] = await store.accounts.find('user', { where, limit: 1 });
  if (user === undefined) throw new VigilError('not-found', `There is no user ${assignedTo} to assign to`, { assignedTo });
}
