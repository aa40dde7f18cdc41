import type { FastifyRequest } from 'fastify';
import { requireRecord } from '../../records/require-record.ts';
import type { RuleContext } from './rule-context.ts';
import { forgetCoolDown } from './cool-down.ts';

/** Removes a rule; what waits to be delivered for it is given up. @throws VigilError `not-found` */
export async function removeRule({ store, audit }: RuleContext, id: string, request: FastifyRequest): Promise<void> {
  const { name } = await requireRecord(store.notificationRules, 'notification rule', id);
  await store.notificationRules.remove(id);
  await forgetCoolDown(store, id);
  await audit.enter(request, { action: 'notification-rule.remove', target: `notification-rule:${id}`, details: { name } });
}
