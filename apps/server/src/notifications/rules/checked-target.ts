import { randomBytes } from 'node:crypto';
import { type GivenTarget, type NotificationTarget, VigilError } from '@vigil/contracts';
import type { Configuration } from '../../configuration/configuration.ts';
import type { AddressPolicy } from '../outbound/address-policy.ts';

/** A target that can be stored, and the secret that was made for it. */
export interface CheckedTarget {
  readonly target: NotificationTarget;
  /** Null where none was generated. */
  readonly generatedSecret: string | null;
}

/**
 * Checks a target before it is stored. A name that has no address yet passes: it is looked up again before each delivery.
 *
 * @param former Target of the rule before; a webhook keeps its secret.
 * @throws VigilError `address-refused`, `bad-request` for a channel that is not set up
 */
export async function checkedTarget(
  given: GivenTarget,
  former: NotificationTarget | null,
  { policy, configuration }: { readonly policy: AddressPolicy; readonly configuration: Configuration },
): Promise<CheckedTarget> {
  switch (given.channel) {
    case 'webhook': {
      await requireReachable(policy, given.url);
      const secret = given.secret ?? (former?.channel === 'webhook' ? former.secret : undefined);
      if (secret !== undefined) return { target: { ...given, secret }, generatedSecret: null };
      const generatedSecret = randomBytes(32).toString('base64url');
      return { target: { ...given, secret: generatedSecret }, generatedSecret };
    }
    case 'web-push':
      await requireReachable(policy, given.endpoint);
      return { target: given, generatedSecret: null };
    case 'email':
      if (configuration.smtp === null) refuseChannel('E-mail', 'SMTP_URL');
      return { target: given, generatedSecret: null };
    case 'mqtt':
      if (configuration.mqttUrl === null) refuseChannel('MQTT', 'MQTT_URL');
      return { target: given, generatedSecret: null };
  }
}

async function requireReachable(policy: AddressPolicy, url: string): Promise<void> {
  try {
    await policy.addressFor(new URL(url));
  } catch (error) {
    if (!(error instanceof VigilError && error.code === 'delivery-failed')) throw error;
  }
}

function refuseChannel(name: string, variable: string): never {
  throw new VigilError('bad-request', `${name} is not set up: an administrator sets ${variable}`, { variable });
}
