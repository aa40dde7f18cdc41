import { formatMediaTime } from '../output/duration.ts';
import type { Match } from './match-incidents.ts';
import type { PlantedEvent } from './scene/planted-event.ts';

/** Says in lines what was found of the planted events, what was missed, and what was false. */
export function verdictText(events: readonly PlantedEvent[], match: Match): string {
  const falseAlarms = match.eventOfIncident.filter((event) => event === null).length;
  const lines = events.map((event) => {
    const found = match.missed.includes(event)
      ? 'MISSED'
      : match.misnamed.includes(event)
        ? 'found, under another name'
        : 'found';
    return `  ${formatMediaTime(event.startSeconds)}  ${event.description}: ${found}`;
  });
  const found = events.length - match.missed.length;
  const alarms = falseAlarms === 0 ? 'no false alarm' : falseAlarms === 1 ? '1 FALSE ALARM' : `${falseAlarms} FALSE ALARMS`;
  return [`Planted were ${events.length} events:`, ...lines, `${found} of ${events.length} found, ${alarms}.`].join('\n');
}
