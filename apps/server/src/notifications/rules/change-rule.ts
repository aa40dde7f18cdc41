import type { NotificationRuleChange } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import { madeOnVersion } from '../../http/if-match.ts';
import { changeRecord, withValues } from '../../records/change-record.ts';
import { requireRecord } from '../../records/require-record.ts';
import { checkedTarget } from './checked-target.ts';
import type { MadeRule } from './create-rule.ts';
import type { RuleContext } from './rule-context.ts';
import { requireTimeZone } from './schedule.ts';

/** Changes a rule. @throws VigilError `not-found`, `conflict`, `address-refused`, `bad-request` */
export async function changeRule(
  context: RuleContext,
  { id, change, request }: { readonly id: string; readonly change: NotificationRuleChange; readonly request: FastifyRequest },
): Promise<MadeRule> {
  const { store, audit } = context;
  const { version, target: givenTarget, ...values } = change;
  if (values.schedule) requireTimeZone(values.schedule.timeZone);
  const found = await requireRecord(store.notificationRules, 'notification rule', id);
  const checked = givenTarget === undefined ? null : await checkedTarget(givenTarget, found.target, context);
  const madeOn = madeOnVersion(request, version);
  const { record, changed } = await changeRecord(store.notificationRules, id, madeOn, (rule) =>
    withValues(rule, { ...values, target: checked?.target }),
  );
  const details = { ...values, ...(checked === null ? {} : { channel: checked.target.channel }) };
  if (changed) await audit.enter(request, { action: 'notification-rule.change', target: `notification-rule:${id}`, details });
  return { rule: record, secret: checked?.generatedSecret ?? null };
}
