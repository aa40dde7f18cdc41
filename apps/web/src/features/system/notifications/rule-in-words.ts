import type { IncidentKind } from '@vigil/contracts';
import { duration } from '../../../lib/format/media-time.ts';
import { notifications } from '../../../messages/en/notifications.ts';
import { messages } from '../../../messages/index.ts';
import type { Rule } from './notification-queries.ts';

const text = notifications.rules;

/** What a rule does, in words: which incidents, from where, when. */
export function ruleInWords({
  leastSeverity,
  kinds,
  sourceIds,
  schedule,
  coolDownSeconds,
}: Pick<Rule, 'leastSeverity' | 'kinds' | 'sourceIds' | 'schedule' | 'coolDownSeconds'>): string {
  const names: Readonly<Record<string, string>> = messages.incidentWords.kinds satisfies Readonly<Record<IncidentKind, string>>;
  const { dayNames } = notifications.form;
  return [
    text.least[leastSeverity],
    ...(kinds.length === 0 ? [] : [text.kinds(kinds.map((kind) => names[kind] ?? kind).join(', '))]),
    ...(sourceIds.length === 0 ? [] : [text.sources(sourceIds.join(', '))]),
    ...(schedule === null
      ? []
      : [
          text.schedule(
            schedule.days.map((day) => dayNames[day - 1] ?? '').join(' '),
            schedule.from,
            schedule.to,
            schedule.timeZone,
          ),
        ]),
    ...(coolDownSeconds === 0 ? [] : [text.coolDown(duration(coolDownSeconds))]),
  ].join(', ');
}
