import { z } from 'zod';
import { deliverySchema, notificationRuleSchema, notificationTargetSchema } from '../records/notification.ts';
import { recordIdSchema } from '../records/stored-record.ts';
import { pageQuerySchema, pageSchema } from './page.ts';
import { momentQuerySchema } from './query-values.ts';
import { madeOnSchema } from './record-params.ts';
import { named } from './schema-names.ts';

const [webhookSchema, emailSchema, webPushSchema, mqttSchema] = notificationTargetSchema.options;

/** A target as it is given. A webhook's secret may be left out: it is then generated, and shown once. */
export const givenTargetSchema = z.discriminatedUnion('channel', [
  webhookSchema.extend({ secret: webhookSchema.shape.secret.optional() }).strict(),
  emailSchema.strict(),
  webPushSchema.strict(),
  mqttSchema
    .extend({
      /** May hold `{sourceId}`, `{kind}` and `{severity}`; no wildcards. */
      topic: mqttSchema.shape.topic.regex(/^[^+#$][^+#]*$/, 'must have no wildcards'),
    })
    .strict(),
]);

/** A target as it is given. */
export type GivenTarget = z.infer<typeof givenTargetSchema>;

const ruleShape = notificationRuleSchema.shape;

/** A rule as it is made. */
export const newNotificationRuleSchema = named(
  'NewNotificationRule',
  z.strictObject({
    name: ruleShape.name,
    enabled: ruleShape.enabled.default(true),
    target: givenTargetSchema,
    leastSeverity: ruleShape.leastSeverity.default('warning'),
    kinds: ruleShape.kinds.max(100).default([]),
    sourceIds: ruleShape.sourceIds.default([]),
    schedule: ruleShape.schedule.default(null),
    coolDownSeconds: ruleShape.coolDownSeconds.default(60),
  }),
);

/** A rule as it is made. */
export type NewNotificationRule = z.infer<typeof newNotificationRuleSchema>;

/** A change of a rule; what is left out stays. */
export const notificationRuleChangeSchema = named(
  'NotificationRuleChange',
  z.strictObject({
    version: madeOnSchema,
    name: ruleShape.name.optional(),
    enabled: ruleShape.enabled.optional(),
    target: givenTargetSchema.optional(),
    leastSeverity: ruleShape.leastSeverity.optional(),
    kinds: ruleShape.kinds.max(100).optional(),
    sourceIds: ruleShape.sourceIds.optional(),
    schedule: ruleShape.schedule.optional(),
    coolDownSeconds: ruleShape.coolDownSeconds.optional(),
    /** Silent until then; null ends it. */
    snoozedUntil: momentQuerySchema.nullable().optional(),
  }),
);

/** A change of a rule. */
export type NotificationRuleChange = z.infer<typeof notificationRuleChangeSchema>;

/** A rule as replies show it: where it goes to, without what would let others send there. */
export const shownNotificationRuleSchema = named(
  'NotificationRule',
  notificationRuleSchema.omit({ target: true }).extend({
    target: z.object({
      channel: z.enum(['webhook', 'email', 'web-push', 'mqtt']),
      /** Origin of an address, recipients, or topic. */
      address: z.string(),
    }),
  }),
);

/** A rule as replies show it. */
export type ShownNotificationRule = z.infer<typeof shownNotificationRuleSchema>;

/** A rule that was made or changed, with a secret that was generated for it and is shown this once. */
export const madeNotificationRuleSchema = named(
  'MadeNotificationRule',
  shownNotificationRuleSchema.extend({ secret: z.string().nullable() }),
);

/** A page of rules. */
export const notificationRulePageSchema = named('NotificationRulePage', pageSchema(shownNotificationRuleSchema));

/** Which channels can be used, and what browsers need for web push. */
export const notificationChannelsSchema = named(
  'NotificationChannels',
  z.object({
    webhook: z.boolean(),
    email: z.boolean(),
    mqtt: z.boolean(),
    webPush: z.boolean(),
    /** Public key of the server (VAPID, RFC 8292), base64url. */
    webPushPublicKey: z.string(),
  }),
);

/** Query of the list of deliveries. */
export const deliveryListQuerySchema = pageQuerySchema
  .extend({
    state: deliverySchema.shape.state.optional(),
    ruleId: recordIdSchema.optional(),
    incidentId: recordIdSchema.optional(),
  })
  .strict();

/** A page of deliveries. */
export const deliveryPageSchema = named('DeliveryPage', pageSchema(named('Delivery', deliverySchema)));

/** How a test went. */
export const notificationTestSchema = named('NotificationTest', z.object({ milliseconds: z.number().nonnegative() }));
