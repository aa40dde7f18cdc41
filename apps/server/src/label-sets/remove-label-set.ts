import type { FastifyRequest } from 'fastify';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';

/** Removes a set; evaluations that ran on it stay. @throws VigilError `not-found` */
export async function removeLabelSet({ store, audit }: ServerContext, id: string, request: FastifyRequest): Promise<void> {
  const { name } = await requireRecord(store.labelSets, 'label set', id);
  if (await store.labelSets.remove(id)) {
    await audit.enter(request, { action: 'label-set.remove', target: `label-set:${id}`, details: { name } });
  }
}
