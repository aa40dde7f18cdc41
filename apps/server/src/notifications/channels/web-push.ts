import { createHash } from 'node:crypto';
import { VigilError } from '@vigil/contracts';
import type { Store } from '@vigil/store';
import webPush from 'web-push';
import type { AddressPolicy } from '../outbound/address-policy.ts';
import { guardedPost } from '../outbound/guarded-post.ts';
import type { Channel, Notification, TargetOf } from './channel.ts';
import { headlineOf } from './payload.ts';
import { requireTaken } from './refused-reply.ts';
import { vapidKeys } from './vapid-keys.ts';

const keptSeconds = 86_400;
/** A push message holds about 4,000 bytes; long titles are cut well below. */
const mostTitleLength = 300;

/** What web push is made with. */
export interface WebPushOptions {
  readonly policy: AddressPolicy;
  readonly store: Pick<Store, 'serviceStates'>;
  /** `https:` or `mailto:` address by which push services reach whoever runs this server. */
  readonly contact: string;
}

/** Sends encrypted messages to browsers through their push services (RFC 8030, 8188, 8291, 8292). */
export function webPushChannel({ policy, store, contact }: WebPushOptions): Channel<TargetOf<'web-push'>> {
  return {
    async send(notification, { endpoint, keys }) {
      const { publicKey, privateKey } = await vapidKeys(store);
      const details = messageFor({ endpoint, keys }, notification, { subject: contact, publicKey, privateKey });
      const headers = Object.fromEntries(Object.entries(details.headers).map(([name, value]) => [name, String(value)]));
      requireTaken(await guardedPost(policy, { url: endpoint, headers, body: details.body ?? '' }), [404, 410]);
    },
    async [Symbol.asyncDispose]() {},
  };
}

function messageFor(
  subscription: webPush.PushSubscription,
  notification: Notification,
  vapidDetails: { readonly subject: string; readonly publicKey: string; readonly privateKey: string },
): webPush.RequestDetails {
  const { deliveryId, incident, url } = notification;
  const title = headlineOf(notification).slice(0, mostTitleLength);
  const content = { title, severity: incident?.severity ?? 'info', incidentId: incident?.id ?? null, url };
  try {
    return webPush.generateRequestDetails(subscription, JSON.stringify(content), {
      vapidDetails,
      TTL: keptSeconds,
      contentEncoding: 'aes128gcm',
      urgency: incident?.severity === 'info' ? 'normal' : 'high',
      // a second attempt takes the place of the first where the browser has not got that yet
      topic: createHash('sha256').update(deliveryId).digest('base64url').slice(0, 32),
    });
  } catch (error) {
    throw new VigilError('delivery-failed', 'The keys of the subscription are not valid', { permanent: true }, error);
  }
}
