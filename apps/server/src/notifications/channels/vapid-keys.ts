import type { Store } from '@vigil/store';
import webPush from 'web-push';
import { z } from 'zod';
import { insertOnce } from '../../jobs/job-context.ts';

const keysSchema = z.object({ publicKey: z.string(), privateKey: z.string() });

/** Keys that push services know this server by (VAPID, RFC 8292), base64url. */
export type VapidKeys = z.infer<typeof keysSchema>;

/** The keys of an installation: made once, the same for all processes, as subscriptions are bound to them. */
export async function vapidKeys({ serviceStates }: Pick<Store, 'serviceStates'>): Promise<VapidKeys> {
  const id = 'web-push-keys';
  const state =
    (await serviceStates.get(id)) ?? (await insertOnce(serviceStates, { id, values: { ...webPush.generateVAPIDKeys() } }));
  return keysSchema.parse(state.values);
}
