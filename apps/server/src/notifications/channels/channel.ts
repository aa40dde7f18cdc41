import type { IncidentRecord, NotificationRule, NotificationTarget } from '@vigil/contracts';

/** Something to tell. */
export interface Notification {
  /** The same for every attempt. */
  readonly deliveryId: string;
  readonly rule: Pick<NotificationRule, 'id' | 'name'>;
  /** Null where somebody tries out the rule. */
  readonly incident: IncidentRecord | null;
  /** Page of the incident; null where the public address is not known. */
  readonly url: string | null;
  /** ISO 8601. */
  readonly sentAt: string;
}

/** A target of one channel. */
export type TargetOf<Name extends NotificationTarget['channel']> = Extract<NotificationTarget, { channel: Name }>;

/** A way to tell somebody. */
export interface Channel<Target extends NotificationTarget = NotificationTarget> extends AsyncDisposable {
  /** Whether everything is there that the message is to hold; it is waited for a while. Always where left out. */
  isComplete?(notification: Notification): Promise<boolean>;
  /**
   * Tells.
   *
   * @throws VigilError `delivery-failed`, with `permanent` in its details where trying again is of no use, and `gone` where the receiver
   * has said that it will never take anything again; `address-refused`
   */
  send(notification: Notification, target: Target): Promise<void>;
}

/** The channels by name; null for one that is not set up. */
export interface Channels extends AsyncDisposable {
  readonly webhook: Channel<TargetOf<'webhook'>>;
  readonly email: Channel<TargetOf<'email'>> | null;
  readonly 'web-push': Channel<TargetOf<'web-push'>>;
  readonly mqtt: Channel<TargetOf<'mqtt'>> | null;
}
