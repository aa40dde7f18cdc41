import { createHmac } from 'node:crypto';
import type { Clock } from '@vigil/store';
import type { AddressPolicy } from '../outbound/address-policy.ts';
import { guardedPost } from '../outbound/guarded-post.ts';
import type { Channel, TargetOf } from './channel.ts';
import { payloadOf } from './payload.ts';
import { requireTaken } from './refused-reply.ts';

/** Posts signed JSON. `docs/notifications.md` tells receivers how to check it. */
export function webhookChannel({
  policy,
  clock,
  version,
}: {
  readonly policy: AddressPolicy;
  readonly clock: Clock;
  readonly version: string;
}): Channel<TargetOf<'webhook'>> {
  return {
    async send(notification, { url, secret }) {
      const body = JSON.stringify(payloadOf(notification));
      const timestamp = String(Math.floor(clock() / 1000));
      const headers = {
        'content-type': 'application/json',
        'user-agent': `Vigil/${version}`,
        'vigil-delivery': notification.deliveryId,
        'vigil-timestamp': timestamp,
        'vigil-signature': `v1=${webhookSignature(secret, timestamp, body)}`,
      };
      requireTaken(await guardedPost(policy, { url, headers, body }), [410]);
    },
    async [Symbol.asyncDispose]() {},
  };
}

/** HMAC-SHA256 (RFC 2104) of the timestamp, a dot and the body, lower-case hexadecimal. @param timestamp Seconds since 1970 */
function webhookSignature(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
}
