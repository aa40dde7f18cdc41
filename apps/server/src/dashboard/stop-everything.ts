import type { FastifyRequest } from 'fastify';
import type { ServerContext } from '../server-context.ts';
import { changeSettings } from '../settings/change-settings.ts';

/**
 * Stops or resumes all work, in every process: while stopped no job begins, and the workers checkpoint the running ones and give them
 * back within a second or so. The audit log tells of it.
 */
export async function setEverythingStopped(
  context: ServerContext,
  { stopped, request }: { readonly stopped: boolean; readonly request: FastifyRequest },
): Promise<{ readonly paused: boolean; readonly running: number }> {
  const running = (await context.store.jobs.depth()).leased;
  const { queuePaused } = await changeSettings(context, { change: { queuePaused: stopped }, request });
  const action = stopped ? 'queue.stop' : 'queue.resume';
  await context.audit.enter(request, { action, target: null, details: { running } });
  return { paused: queuePaused, running };
}
