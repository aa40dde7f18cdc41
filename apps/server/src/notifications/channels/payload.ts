import type { NotificationPayload } from '@vigil/contracts';
import type { Notification } from './channel.ts';

/** What webhooks and MQTT get: the incident without what only its page shows. */
export function payloadOf({ deliveryId, rule, incident, url, sentAt }: Notification): NotificationPayload {
  return {
    event: incident === null ? 'test' : 'incident',
    deliveryId,
    sentAt,
    rule: { id: rule.id, name: rule.name },
    incident: incident && {
      id: incident.id,
      title: incident.title,
      severity: incident.severity,
      kinds: incident.kinds,
      score: incident.score,
      sourceId: incident.sourceId,
      sourceKind: incident.sourceKind,
      sourceName: incident.sourceName,
      videoId: incident.videoId,
      startSeconds: incident.startSeconds,
      endSeconds: incident.endSeconds,
      occurredAt: incident.occurredAt,
      decidedAt: incident.decidedAt,
      caption: incident.caption,
    },
    url,
  };
}

/** One line that says it all. */
export function headlineOf({ rule, incident }: Notification): string {
  if (incident === null) return `Test of the notification rule "${rule.name}"`;
  return `${incident.sourceName}: ${incident.title}`;
}
