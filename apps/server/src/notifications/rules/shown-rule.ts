import type { NotificationRule, NotificationTarget, ShownNotificationRule } from '@vigil/contracts';

/** A rule as replies show it. Addresses of webhooks and push services are secrets by themselves: only their origin is shown. */
export function shownRule({ target, ...rule }: NotificationRule): ShownNotificationRule {
  return { ...rule, target: { channel: target.channel, address: addressOf(target) } };
}

function addressOf(target: NotificationTarget): string {
  switch (target.channel) {
    case 'webhook':
      return new URL(target.url).origin;
    case 'web-push':
      return new URL(target.endpoint).origin;
    case 'email':
      return target.to.join(', ');
    case 'mqtt':
      return target.topic;
  }
}
