import { type NewNotificationRule, type NotificationRule, VigilError } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../http/access.ts';
import { newRecordId } from '../../jobs/record-id.ts';
import { mostRules } from '../deliveries/all-rules.ts';
import { checkedTarget } from './checked-target.ts';
import type { RuleContext } from './rule-context.ts';
import { requireTimeZone } from './schedule.ts';

/** A rule that was made or changed. */
export interface MadeRule {
  readonly rule: NotificationRule;
  /** Shown this once; null where none was generated. */
  readonly secret: string | null;
}

/** Makes a rule. @throws VigilError `address-refused`, `bad-request`, `conflict` where there are 1,000 */
export async function createRule(
  context: RuleContext,
  { given, caller, request }: { readonly given: NewNotificationRule; readonly caller: Caller; readonly request: FastifyRequest },
): Promise<MadeRule> {
  const { store, clock, audit } = context;
  const { target: givenTarget, ...values } = given;
  if (values.schedule !== null) requireTimeZone(values.schedule.timeZone);
  const { target, generatedSecret } = await checkedTarget(givenTarget, null, context);
  if ((await store.notificationRules.count({}, mostRules)) >= mostRules)
    throw new VigilError('conflict', `There are ${mostRules} notification rules, and no more fit`, { limit: mostRules });
  const rule = await store.notificationRules.insert({
    id: newRecordId(clock),
    ...values,
    target,
    snoozedUntil: null,
    ownerId: caller.userId,
  });
  const details = { name: rule.name, channel: target.channel };
  await audit.enter(request, { action: 'notification-rule.create', target: `notification-rule:${rule.id}`, details });
  return { rule, secret: generatedSecret };
}
