import type { NotificationRule } from '@vigil/contracts';
import type { NewRecord } from '@vigil/store';

/** A rule for everything, without a cool-down. */
export function sampleRule(id: string, values: Partial<NotificationRule> = {}): NewRecord<NotificationRule> {
  return {
    id,
    name: `Rule ${id}`,
    enabled: true,
    target: { channel: 'webhook', url: 'http://127.0.0.1:9/hook', secret: 'a secret of some length' },
    leastSeverity: 'info',
    kinds: [],
    sourceIds: [],
    schedule: null,
    coolDownSeconds: 0,
    snoozedUntil: null,
    ownerId: 'user-admin',
    ...values,
  };
}
