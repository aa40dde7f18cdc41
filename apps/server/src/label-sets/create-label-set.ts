import type { LabelSet } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../http/access.ts';
import { newRecordId } from '../jobs/record-id.ts';
import type { ServerContext } from '../server-context.ts';

/** Makes a set without clips. */
export async function createLabelSet(
  { store, clock, audit }: ServerContext,
  { name, caller, request }: { readonly name: string; readonly caller: Caller; readonly request: FastifyRequest },
): Promise<LabelSet> {
  const set = await store.labelSets.insert({ id: newRecordId(clock), name, clips: [], createdBy: caller.userId });
  await audit.enter(request, { action: 'label-set.create', target: `label-set:${set.id}`, details: { name } });
  return set;
}
