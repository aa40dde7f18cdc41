import type { IncidentRecord, NotificationRule } from '@vigil/contracts';
import { isWithin } from './schedule.ts';

const severities = ['info', 'warning', 'critical'] as const;

/**
 * Whether a rule is for an incident.
 *
 * @param atMs When the feed told of the incident, milliseconds since 1970.
 */
export function ruleMatches(rule: NotificationRule, incident: IncidentRecord, atMs: number): boolean {
  const { enabled, leastSeverity, kinds, sourceIds, schedule, snoozedUntil, createdAt } = rule;
  // a rule is not for what was there before it
  if (!enabled || atMs < Date.parse(createdAt)) return false;
  if (snoozedUntil !== null && atMs < Date.parse(snoozedUntil)) return false;
  if (severities.indexOf(incident.severity) < severities.indexOf(leastSeverity)) return false;
  if (kinds.length > 0 && !kinds.some((kind) => incident.kinds.includes(kind))) return false;
  if (sourceIds.length > 0 && !sourceIds.some((id) => id === incident.sourceId || id === incident.videoId)) return false;
  return schedule === null || isWithin(schedule, atMs);
}
