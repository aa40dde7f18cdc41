import type { GivenTarget, NewNotificationRule, Schedule } from '@vigil/contracts';
import type { Rule } from './notification-queries.ts';

/** Channels that a form can set up. */
export type FormChannel = 'webhook' | 'email' | 'mqtt' | 'web-push';

/** A rule as the form has it. */
export interface RuleDraft {
  readonly name: string;
  /** Whether the rule goes on sending to where it sends; its secrets are not known here. */
  readonly keepsTarget: boolean;
  readonly channel: FormChannel;
  /** URL, recipients or topic; empty for this browser. */
  readonly address: string;
  readonly leastSeverity: Rule['leastSeverity'];
  readonly kinds: readonly string[];
  /** Ids with commas in between. */
  readonly sources: string;
  readonly coolDownSeconds: number | string;
  readonly isScheduled: boolean;
  readonly schedule: Schedule;
}

/** The form of a rule, or of a new one. @param timeZone Zone of who fills it in */
export function draftOfRule(rule: Rule | null, timeZone: string): RuleDraft {
  const usual: Schedule = { timeZone, days: [1, 2, 3, 4, 5, 6, 7], from: '22:00', to: '06:00' };
  return {
    name: rule?.name ?? '',
    keepsTarget: rule !== null,
    channel: 'webhook',
    address: '',
    leastSeverity: rule?.leastSeverity ?? 'warning',
    kinds: rule?.kinds ?? [],
    sources: rule?.sourceIds.join(', ') ?? '',
    coolDownSeconds: rule?.coolDownSeconds ?? 60,
    isScheduled: rule !== null && rule.schedule !== null,
    schedule: rule?.schedule ? { ...rule.schedule, days: [...rule.schedule.days] } : usual,
  };
}

/** Where a form says that a rule sends to; undefined for this browser, which has to be asked. */
function targetOf({ channel, address }: RuleDraft): GivenTarget | undefined {
  switch (channel) {
    case 'webhook':
      return { channel, url: address.trim() };
    case 'email':
      return { channel, to: wordsOf(address) };
    case 'mqtt':
      return { channel, topic: address.trim() };
    case 'web-push':
      return undefined;
  }
}

/** What a form asks the API for; `target` is left out where it stays, and for this browser. */
export function ruleOfDraft(
  draft: RuleDraft,
): Omit<NewNotificationRule, 'target' | 'enabled'> & { readonly target?: GivenTarget } {
  const target = draft.keepsTarget ? undefined : targetOf(draft);
  return {
    name: draft.name.trim(),
    leastSeverity: draft.leastSeverity,
    kinds: [...draft.kinds] as NewNotificationRule['kinds'],
    sourceIds: wordsOf(draft.sources),
    coolDownSeconds: Number(draft.coolDownSeconds),
    schedule: draft.isScheduled ? draft.schedule : null,
    ...(target === undefined ? {} : { target }),
  };
}

function wordsOf(text: string): string[] {
  return text.split(/[\s,;]+/).filter((word) => word !== '');
}
