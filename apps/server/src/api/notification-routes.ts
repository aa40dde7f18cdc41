import {
  deliveryListQuerySchema,
  deliveryPageSchema,
  deliverySchema,
  madeNotificationRuleSchema,
  newNotificationRuleSchema,
  notificationChannelsSchema,
  notificationRuleChangeSchema,
  notificationRulePageSchema,
  notificationTestSchema,
  pageQuerySchema,
  recordParamsSchema,
  shownNotificationRuleSchema,
} from '@vigil/contracts';
import { managing, viewing } from '../http/access.ts';
import { tellVersion } from '../http/if-match.ts';
import { route, type RouteDefinition } from '../http/route.ts';
import { vapidKeys } from '../notifications/channels/vapid-keys.ts';
import { retryDelivery } from '../notifications/deliveries/retry-delivery.ts';
import { AddressPolicy } from '../notifications/outbound/address-policy.ts';
import { changeRule } from '../notifications/rules/change-rule.ts';
import { createRule, type MadeRule } from '../notifications/rules/create-rule.ts';
import { removeRule } from '../notifications/rules/remove-rule.ts';
import { shownRule } from '../notifications/rules/shown-rule.ts';
import { tryRule } from '../notifications/rules/try-rule.ts';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';

/** Who is told of which incidents, and what became of it. */
export function notificationRoutes(context: ServerContext): RouteDefinition[] {
  const { store, configuration } = context;
  const rules = { ...context, policy: new AddressPolicy(configuration.allowedPrivateHosts) };
  const made = ({ rule, secret }: MadeRule) => ({ ...shownRule(rule), secret });
  return [
    route({
      method: 'GET',
      url: '/api/v1/notifications/channels',
      access: viewing,
      summary: 'Which channels are set up, and the public key for web push',
      tag: 'notifications',
      replies: { 200: notificationChannelsSchema },
      handler: async () => ({
        webhook: true,
        email: configuration.smtp !== null,
        mqtt: configuration.mqttUrl !== null,
        webPush: true,
        webPushPublicKey: (await vapidKeys(store)).publicKey,
      }),
    }),
    route({
      method: 'GET',
      url: '/api/v1/notifications/rules',
      access: managing,
      summary: 'Notification rules, newest first, without their secrets',
      tag: 'notifications',
      query: pageQuerySchema.strict(),
      replies: { 200: notificationRulePageSchema },
      handler: async ({ query }) => {
        const { items, nextCursor } = await store.notificationRules.list(query);
        return { items: items.map(shownRule), nextCursor };
      },
    }),
    route({
      method: 'POST',
      url: '/api/v1/notifications/rules',
      access: managing,
      summary: "Make a notification rule; a webhook's secret is generated where none is given, and shown once",
      tag: 'notifications',
      body: newNotificationRuleSchema,
      replies: { 201: madeNotificationRuleSchema },
      errors: ['address-refused', 'conflict'],
      handler: async ({ body, caller, request, reply }) => {
        const rule = await createRule(rules, { given: body, caller, request });
        return tellVersion(reply, made(rule));
      },
    }),
    route({
      method: 'GET',
      url: '/api/v1/notifications/rules/:id',
      access: managing,
      summary: 'A notification rule',
      tag: 'notifications',
      params: recordParamsSchema,
      replies: { 200: shownNotificationRuleSchema },
      handler: async ({ params, reply }) =>
        tellVersion(reply, shownRule(await requireRecord(store.notificationRules, 'notification rule', params.id))),
    }),
    route({
      method: 'PATCH',
      url: '/api/v1/notifications/rules/:id',
      access: managing,
      summary: 'Change, enable, disable or snooze a notification rule',
      tag: 'notifications',
      ifMatch: true,
      params: recordParamsSchema,
      body: notificationRuleChangeSchema,
      replies: { 200: madeNotificationRuleSchema },
      errors: ['address-refused'],
      handler: async ({ params, body, request, reply }) =>
        tellVersion(reply, made(await changeRule(rules, { id: params.id, change: body, request }))),
    }),
    route({
      method: 'DELETE',
      url: '/api/v1/notifications/rules/:id',
      access: managing,
      summary: 'Remove a notification rule, and what waits to be delivered for it',
      tag: 'notifications',
      params: recordParamsSchema,
      replies: { 204: null },
      handler: ({ params, request }) => removeRule(rules, params.id, request),
    }),
    route({
      method: 'POST',
      url: '/api/v1/notifications/rules/:id/test',
      access: managing,
      summary: 'Send a test to where a rule sends, at once and a single time',
      tag: 'notifications',
      params: recordParamsSchema,
      rateLimit: { max: 10, windowSeconds: 60 },
      replies: { 200: notificationTestSchema },
      errors: ['address-refused', 'delivery-failed'],
      handler: ({ params, request }) => tryRule(rules, params.id, request),
    }),
    route({
      method: 'GET',
      url: '/api/v1/notifications/deliveries',
      access: managing,
      summary: 'Deliveries, newest first; those that failed are the dead letters',
      tag: 'notifications',
      query: deliveryListQuerySchema,
      replies: { 200: deliveryPageSchema },
      handler: ({ query: { limit, cursor, ...filter } }) => store.deliveries.list({ limit, cursor, filter }),
    }),
    route({
      method: 'POST',
      url: '/api/v1/notifications/deliveries/:id/retry',
      access: managing,
      summary: 'Give a failed delivery all its attempts again',
      tag: 'notifications',
      params: recordParamsSchema,
      replies: { 200: deliverySchema },
      errors: ['conflict'],
      handler: ({ params, request }) => retryDelivery(context, params.id, request),
    }),
  ];
}
