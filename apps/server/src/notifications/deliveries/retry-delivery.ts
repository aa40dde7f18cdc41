import { type Delivery, VigilError } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import type { ServerContext } from '../../server-context.ts';

/** Gives a failed delivery all its attempts again. @throws VigilError `not-found`, `conflict` in another state */
export async function retryDelivery(
  { store, clock, audit }: ServerContext,
  id: string,
  request: FastifyRequest,
): Promise<Delivery> {
  const delivery = await store.deliveries.update(id, (found) => {
    if (found.state !== 'failed')
      throw new VigilError('conflict', `The delivery ${id} is ${found.state}; only a failed one is tried again`, {
        id,
        state: found.state,
      });
    return { ...found, state: 'waiting', attempts: 0, problem: null, notBefore: new Date(clock()).toISOString() };
  });
  await audit.enter(request, { action: 'delivery.retry', target: `delivery:${id}` });
  return delivery;
}
