import type { IncidentRecord, NotificationRule } from '@vigil/contracts';
import type { Store } from '@vigil/store';
import { insertOnce } from '../../jobs/job-context.ts';

interface LastSent {
  readonly atMs: number;
  readonly incidentId: string;
}

const mostSources = 1000;

/**
 * Claims the right to tell of an incident: false where the rule told of its source so shortly before that it has to be silent. All
 * processes decide alike, and asking again for the same incident gives the same answer.
 */
export async function claimTelling(
  { serviceStates }: Pick<Store, 'serviceStates'>,
  rule: NotificationRule,
  incident: IncidentRecord,
  atMs: number,
): Promise<boolean> {
  if (rule.coolDownSeconds === 0) return true;
  const id = coolDownId(rule.id);
  const coolDownMs = rule.coolDownSeconds * 1000;
  await insertOnce(serviceStates, { id, values: {} });
  let isClaimed = false;
  await serviceStates.update(id, (state) => {
    const last = state.values[incident.sourceId] as LastSent | undefined;
    const isSilent = last !== undefined && last.incidentId !== incident.id && Math.abs(atMs - last.atMs) < coolDownMs;
    isClaimed = !isSilent;
    if (isSilent || last?.incidentId === incident.id) return null;
    const others = Object.entries(state.values as Record<string, LastSent>)
      .filter(([sourceId, { atMs: told }]) => sourceId !== incident.sourceId && Math.abs(atMs - told) < coolDownMs)
      .slice(1 - mostSources);
    return { ...state, values: { ...Object.fromEntries(others), [incident.sourceId]: { atMs, incidentId: incident.id } } };
  });
  return isClaimed;
}

/** Forgets what a rule told, with the rule. */
export async function forgetCoolDown({ serviceStates }: Pick<Store, 'serviceStates'>, ruleId: string): Promise<void> {
  await serviceStates.remove(coolDownId(ruleId));
}

function coolDownId(ruleId: string): string {
  return `cool-down-${ruleId}`;
}
