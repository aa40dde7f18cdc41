import type { NotificationRule } from '@vigil/contracts';
import type { Store } from '@vigil/store';

/** Rules that an installation may have. */
export const mostRules = 1000;

/** All rules. */
export async function allRules({ notificationRules }: Pick<Store, 'notificationRules'>): Promise<NotificationRule[]> {
  const rules: NotificationRule[] = [];
  let cursor: string | undefined;
  do {
    const page = await notificationRules.list({ limit: 200, cursor });
    rules.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && rules.length < mostRules);
  return rules;
}
