import { formatMediaTime } from '../output/duration.ts';
import type { SceneOutcome } from './run-scene.ts';

type Found = Pick<SceneOutcome, 'result' | 'events' | 'match'>;

/** Whether everything planted was found by its name, and nothing else. */
export function isFlawless({ match }: Found): boolean {
  return match.missed.length === 0 && match.misnamed.length === 0 && !match.eventOfIncident.includes(null);
}

/** Says in a line what became of a scene's events, and what was false. */
export function seedText(seed: number, elapsedSeconds: number, { result, events, match }: Found): string {
  const { eventOfIncident, missed, misnamed } = match;
  const outcomes = events.map((event) => {
    const incidents = eventOfIncident.filter((other) => other === event).length;
    const name = missed.includes(event) ? 'MISSED' : misnamed.includes(event) ? 'found under another name' : 'found';
    return `${event.kind} ${name}${incidents > 1 ? ` ×${incidents}` : ''}`;
  });
  const falseAlarms = result.incidents
    .filter((_, index) => eventOfIncident[index] === null)
    .map(({ startSeconds, kinds }) => `FALSE ALARM at ${formatMediaTime(startSeconds)}: ${kinds.join(', ')}`);
  return [`seed ${seed} (${elapsedSeconds.toFixed(0)} s): ${outcomes.join(', ')}`, ...falseAlarms].join('; ');
}
