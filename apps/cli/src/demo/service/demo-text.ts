import { formatMediaTime } from '../../output/duration.ts';
import type { RunningService } from './running-service.ts';
import type { ServedAnalysis } from './work-through-services.ts';

/** Where each incident is found at the services, and how soon it was on the feed. */
export function addressesText(api: string, { arrivals, analysisId }: ServedAnalysis): string {
  const lines = arrivals.map(
    ({ incident, delaySeconds }) =>
      `  ${formatMediaTime(incident.startSeconds)}  ${api}/api/v1/incidents/${incident.id}  on the feed after ${delaySeconds.toFixed(2)} s`,
  );
  return [`Over HTTP and WebSocket, analysis ${analysisId}:`, ...lines].join('\n');
}

/** How to come back to what the demo left. */
export function returnText({ admin, databaseName }: RunningService, dataFolder: string): string {
  const database = databaseName === null ? '' : ` DATABASE_NAME=${databaseName}`;
  return [
    'To look at it in the browser:',
    `  DATA_DIR=${dataFolder}${database} npm start`,
    '  then http://127.0.0.1:3000 (operator wall: http://127.0.0.1:8001, API: http://127.0.0.1:8000/docs)',
    `  First sign-in: ${admin.email} with the password ${admin.password}`,
  ].join('\n');
}
