import { VigilError } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import { newRecordId } from '../../jobs/record-id.ts';
import { requireRecord } from '../../records/require-record.ts';
import type { Channel } from '../channels/channel.ts';
import { openChannels } from '../channels/open-channels.ts';
import type { RuleContext } from './rule-context.ts';

/** Sends a test to where a rule sends, at once and a single time. @throws VigilError `not-found`, `address-refused`, `delivery-failed` */
export async function tryRule(
  context: RuleContext,
  id: string,
  request: FastifyRequest,
): Promise<{ readonly milliseconds: number }> {
  const { store, clock, audit } = context;
  const rule = await requireRecord(store.notificationRules, 'notification rule', id);
  await audit.enter(request, { action: 'notification-rule.test', target: `notification-rule:${id}` });
  await using channels = openChannels(context);
  const channel = channels[rule.target.channel] as Channel | null;
  if (channel === null) throw new VigilError('delivery-failed', `The channel ${rule.target.channel} is not set up`);
  const startedMs = performance.now();
  const sentAt = new Date(clock()).toISOString();
  await channel.send(
    { deliveryId: newRecordId(clock), rule, incident: null, url: context.configuration.publicUrl, sentAt },
    rule.target,
  );
  return { milliseconds: performance.now() - startedMs };
}
