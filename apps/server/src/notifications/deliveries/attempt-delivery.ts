import { type Delivery, type IncidentRecord, type NotificationRule, VigilError } from '@vigil/contracts';
import type { ServerContext } from '../../server-context.ts';
import type { Channel, Channels, Notification } from '../channels/channel.ts';
import { forgetCoolDown } from '../rules/cool-down.ts';
import { incidentUrl } from './incident-url.ts';
import { retryDelayMs } from './retry-delay.ts';

/** What attempts are made with. */
export type DeliveryContext = Pick<ServerContext, 'store' | 'clock' | 'log' | 'audit' | 'configuration'> & {
  readonly channels: Channels;
};

/** A process that dies in an attempt leaves the delivery to others after so long. */
const claimMs = 60_000;
/** A message is held back so long for a picture that is still being cut. */
const completeWithinMs = 60_000;
const incompleteMs = 3000;

/** Tries to deliver. Only one of several processes that try at the same time does it. */
export async function attemptDelivery(context: DeliveryContext, delivery: Delivery): Promise<void> {
  const { store } = context;
  const [rule, incident] = await Promise.all([
    store.notificationRules.get(delivery.ruleId),
    store.incidents.get(delivery.incidentId),
  ]);
  const obstacle = rule === null ? 'The rule was removed' : incident === null ? 'The incident was removed' : null;
  const held = await claim(context, delivery);
  if (held === null) return;
  if (rule === null || incident === null) await settle(context, held, { state: 'failed', problem: obstacle });
  else await tell(context, held, rule, incident);
}

/** Takes a delivery for a while; null where another process has it. */
async function claim({ store, clock }: DeliveryContext, delivery: Delivery): Promise<Delivery | null> {
  try {
    const notBefore = new Date(clock() + claimMs).toISOString();
    return await store.deliveries.replace({ ...delivery, attempts: delivery.attempts + 1, notBefore });
  } catch (error) {
    if (error instanceof VigilError && (error.code === 'conflict' || error.code === 'not-found')) return null;
    throw error;
  }
}

async function tell(context: DeliveryContext, held: Delivery, rule: NotificationRule, incident: IncidentRecord): Promise<void> {
  const { clock, log, channels, configuration } = context;
  // each target goes to the channel of its name; the types of the pair are the same by construction
  const channel = channels[rule.target.channel] as Channel | null;
  if (channel === null) {
    await settle(context, held, { state: 'failed', problem: `The channel ${rule.target.channel} is not set up` });
    return;
  }
  const sentAt = new Date(clock()).toISOString();
  const url = incidentUrl(configuration.publicUrl, incident.id);
  const notification: Notification = { deliveryId: held.id, rule, incident, url, sentAt };
  const ageMs = clock() - Date.parse(held.createdAt);
  if (ageMs >= 0 && ageMs < completeWithinMs && (await channel.isComplete?.(notification)) === false) {
    const notBefore = new Date(clock() + incompleteMs).toISOString();
    await settle(context, held, { attempts: held.attempts - 1, notBefore });
    return;
  }
  try {
    await channel.send(notification, rule.target);
    await settle(context, held, { state: 'sent', problem: null, sentAt });
  } catch (error) {
    if (!(error instanceof VigilError)) throw error;
    log.warn({ err: error, deliveryId: held.id, ruleId: rule.id, attempts: held.attempts }, 'a notification was not delivered');
    await settle(context, held, afterFailure(held, error, clock()));
    if (error.details['gone'] === true && rule.target.channel === 'web-push') await removeGone(context, rule);
  }
}

function afterFailure({ attempts }: Delivery, { code, message, details }: VigilError, nowMs: number): Partial<Delivery> {
  const retryAfter = typeof details['retryAfterSeconds'] === 'number' ? details['retryAfterSeconds'] : null;
  const isPermanent = details['permanent'] === true || code === 'address-refused';
  const delayMs = isPermanent ? null : retryDelayMs(attempts, retryAfter, Math.random());
  if (delayMs === null) return { state: 'failed', problem: message };
  return { problem: message, notBefore: new Date(nowMs + delayMs).toISOString() };
}

async function settle({ store, log }: DeliveryContext, held: Delivery, changes: Partial<Delivery>): Promise<void> {
  try {
    await store.deliveries.replace({ ...held, ...changes });
  } catch (error) {
    // taken over because this process was too slow, or removed with its rule
    if (!(error instanceof VigilError && (error.code === 'conflict' || error.code === 'not-found'))) throw error;
    log.warn({ deliveryId: held.id }, 'a delivery was taken over by another process');
  }
}

/** A browser that has left will never come back under the same subscription. */
async function removeGone({ store, audit }: DeliveryContext, rule: NotificationRule): Promise<void> {
  if (!(await store.notificationRules.remove(rule.id))) return;
  await forgetCoolDown(store, rule.id);
  const details = { name: rule.name, reason: 'the subscription is gone' };
  await audit.enter(null, { action: 'notification-rule.remove', target: `notification-rule:${rule.id}`, details });
}
