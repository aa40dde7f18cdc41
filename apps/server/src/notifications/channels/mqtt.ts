import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { VigilError } from '@vigil/contracts';
import { connectAsync, type MqttClient } from 'mqtt';
import type { Channel, Notification, TargetOf } from './channel.ts';
import { payloadOf } from './payload.ts';

const timeoutMs = 10_000;

/** Publishes JSON, once at least (QoS 1) and not retained. The broker is the administrator's choice, and may be anywhere. */
export function mqttChannel({ brokerUrl }: { readonly brokerUrl: string }): Channel<TargetOf<'mqtt'>> {
  let connection: Promise<MqttClient> | null = null;

  async function connected(): Promise<MqttClient> {
    // what cannot be published now is tried again by the delivery: nothing is kept here that could come a second time
    connection ??= connectAsync(brokerUrl, {
      clientId: `vigil-${randomUUID()}`,
      connectTimeout: timeoutMs,
      reconnectPeriod: 0,
      clean: true,
    });
    const client = await connection;
    if (client.connected) return client;
    await forget();
    return await connected();
  }

  async function forget(): Promise<void> {
    const former = connection;
    connection = null;
    // a connection that was never made has nothing to close
    await former?.then(
      (client) => client.endAsync(true),
      () => undefined,
    );
  }

  return {
    async send(notification, { topic }) {
      try {
        const client = await connected();
        await publish(client, mqttTopic(topic, notification), JSON.stringify(payloadOf(notification)));
      } catch (error) {
        await forget();
        throw new VigilError('delivery-failed', 'The MQTT broker did not take the message', {}, error);
      }
    },
    [Symbol.asyncDispose]: forget,
  };
}

/** Publishes and waits for the acknowledgement. @throws Error where it does not come in time, or the connection is lost before */
async function publish(client: MqttClient, topic: string, payload: string): Promise<void> {
  const over = new AbortController();
  const lost = Promise.withResolvers<never>();
  const lose = (): void => lost.reject(new Error('the connection was lost'));
  client.once('close', lose);
  try {
    const late = delay(timeoutMs, undefined, { signal: over.signal }).then(() => {
      throw new Error(`no acknowledgement within ${timeoutMs} ms`);
    });
    await Promise.race([client.publishAsync(topic, payload, { qos: 1, retain: false }), late, lost.promise]);
  } finally {
    over.abort();
    client.off('close', lose);
  }
}

/** The topic of a rule with what its places stand for: no value makes further levels or wildcards. */
function mqttTopic(pattern: string, { incident }: Notification): string {
  const values = {
    sourceId: incident?.sourceId ?? 'test',
    kind: incident?.kinds[0] ?? 'test',
    severity: incident?.severity ?? 'test',
  };
  return pattern.replaceAll(/\{(sourceId|kind|severity)\}/g, (_, name: keyof typeof values) =>
    values[name].replaceAll(/[^\w.:-]/g, '_'),
  );
}
