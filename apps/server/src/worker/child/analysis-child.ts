import { type ErrorBody, VigilError } from '@vigil/contracts';
import { runBuildModelTask } from './build-model-task.ts';
import { LeaseFence } from './lease-fence.ts';
import { withSenses } from './load-senses.ts';
import type { ProcessFacts, Task, ToAnalysisProcess } from './messages.ts';
import { runTask } from './run-task.ts';
import { SupervisorLink } from './supervisor-link.ts';

/** Within so long the supervisor says for the first time how long the lease holds. */
const firstLeaseMs = 10_000;

/**
 * Entry of the process that analyses: one task, told by the first message. It knows nothing of the store, and it ends with its
 * supervisor, with the lease, or when it is done.
 */
const paused = new AbortController();
const told = Promise.withResolvers<{ readonly task: Task; readonly facts: ProcessFacts }>();
const fence = new LeaseFence(firstLeaseMs, () => process.exit(1));

function receive(message: ToAnalysisProcess): void {
  switch (message.type) {
    case 'task':
      return told.resolve(message);
    case 'lease':
      return fence.prolong(message.validMs);
    case 'pause':
      return paused.abort();
  }
}

// a terminal sends these to all of a group: the supervisor decides what becomes of the work
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => undefined);
const link = new SupervisorLink(receive, () => process.exit(1));

const { task, facts } = await told.promise;
try {
  const answer =
    task.kind === 'build-model'
      ? await runBuildModelTask(task, facts)
      : await withSenses(facts, (senses) =>
          runTask(task, {
            senses,
            link,
            onProgress: (progress) => link.progress(progress),
            pause: paused.signal,
            now: () => new Date(Date.now() + facts.clockOffsetMs).toISOString(),
          }),
        );
  await link.send({ type: 'answer', answer });
} catch (error) {
  await link.send({ type: 'error', error: bodyOf(error) });
}
process.exit(0);

function bodyOf(error: unknown): ErrorBody {
  if (error instanceof VigilError) return error.toBody();
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new VigilError('internal', message).toBody();
}
