import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { publicRoute, type RouteDefinition } from '../http/route.ts';

/** Something that a service needs. The check rejects where it is not there. */
export interface Dependency {
  readonly name: string;
  readonly check: () => Promise<void>;
}

/** What the health routes are made with. */
export interface HealthRequest {
  readonly service: string;
  readonly version: string;
  readonly dependencies: readonly Dependency[];
  /** Whether the service is leaving: it is alive, and not ready for more. */
  readonly stopping: () => boolean;
}

const longestCheckMs = 3000;

const stateSchema = z.object({
  status: z.enum(['ok', 'unavailable']),
  service: z.string(),
  timestamp: z.string(),
  version: z.string(),
});
const readySchema = stateSchema.extend({ dependencies: z.record(z.string(), z.enum(['ok', 'unavailable'])) });

/** `/health` says that the process answers, `/health/ready` whether everything it needs does. Neither tells an outsider why. */
export function healthRoutes({ service, version, dependencies, stopping }: HealthRequest): RouteDefinition[] {
  const state = (status: 'ok' | 'unavailable') => ({ status, service, timestamp: new Date().toISOString(), version });
  return [
    publicRoute({
      method: 'GET',
      url: '/health',
      summary: 'Whether the process answers',
      tag: 'operations',
      replies: { 200: stateSchema },
      handler: async () => state('ok'),
    }),
    publicRoute({
      method: 'GET',
      url: '/health/ready',
      summary: 'Whether everything that the service needs answers',
      tag: 'operations',
      replies: { 200: readySchema, 503: readySchema },
      handler: async ({ request, reply }) => {
        const answers = await Promise.all(
          dependencies.map(async ({ name, check }) => [name, await outcome(name, check, request.log)] as const),
        );
        const ready = !stopping() && answers.every(([, answer]) => answer === 'ok');
        reply.code(ready ? 200 : 503);
        return { ...state(ready ? 'ok' : 'unavailable'), dependencies: Object.fromEntries(answers) };
      },
    }),
  ];
}

async function outcome(
  name: string,
  check: () => Promise<void>,
  log: { warn: (fields: object, message: string) => void },
): Promise<'ok' | 'unavailable'> {
  const giveUp = new AbortController();
  try {
    const late = delay(longestCheckMs, undefined, { signal: giveUp.signal, ref: false }).then(() => {
      throw new Error(`no answer within ${longestCheckMs} ms`);
    });
    await Promise.race([check(), late]);
    return 'ok';
  } catch (error) {
    log.warn({ err: error, dependency: name }, 'dependency unavailable');
    return 'unavailable';
  } finally {
    giveUp.abort();
  }
}
