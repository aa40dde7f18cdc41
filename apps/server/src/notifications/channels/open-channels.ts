import type { ServerContext } from '../../server-context.ts';
import { AddressPolicy } from '../outbound/address-policy.ts';
import type { Channels } from './channel.ts';
import { emailChannel } from './email.ts';
import { mqttChannel } from './mqtt.ts';
import { webPushChannel } from './web-push.ts';
import { webhookChannel } from './webhook.ts';

/** Opens the channels that the configuration sets up. */
export function openChannels({ configuration, store, media, clock, version }: ServerContext): Channels {
  const { smtp, mqttUrl, allowedPrivateHosts, publicUrl } = configuration;
  const policy = new AddressPolicy(allowedPrivateHosts);
  const contact = publicUrl?.startsWith('https:') === true ? publicUrl : `mailto:${mailAddressOf(smtp?.from)}`;
  const webhook = webhookChannel({ policy, clock, version });
  const email = smtp === null ? null : emailChannel({ smtp, media });
  const webPush = webPushChannel({ policy, store, contact });
  const mqtt = mqttUrl === null ? null : mqttChannel({ brokerUrl: mqttUrl });
  return {
    webhook,
    email,
    'web-push': webPush,
    mqtt,
    async [Symbol.asyncDispose]() {
      await Promise.all([email, mqtt].map((channel) => channel?.[Symbol.asyncDispose]()));
    },
  };
}

/** The address in a sender such as `Vigil <vigil@example.org>`; push services demand one, and most do not look at it. */
function mailAddressOf(sender: string | undefined): string {
  return /<([^<>\s]+@[^<>\s]+)>/.exec(sender ?? '')?.[1] ?? sender ?? 'vigil@localhost';
}
