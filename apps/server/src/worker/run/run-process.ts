import { type ErrorBody, VigilError } from '@vigil/contracts';
import { jobCatalogue } from '../../jobs/job-catalogue.ts';
import type { FromAnalysisProcess, Task, TaskAnswers, TaskFile } from '../child/messages.ts';
import type { LeaseEnd } from '../lease/held-lease.ts';
import { AnalysisProcess } from '../supervisor/analysis-process.ts';
import type { JobRun } from './job-run.ts';

/** Resident memory of an analysis process at most. */
const memoryCeilingBytes = 6 * 2 ** 30;

/** What a runner wants to hear while its process works. */
export interface ProcessHooks {
  /** Called for incidents that were decided; the answer waits for it. */
  readonly onIncidents?: (message: Extract<FromAnalysisProcess, { type: 'incidents' }>) => Promise<void>;
}

/**
 * Does a task of a job in a process of its own and waits for the answer. Where the lease ends before, the process is given time for a
 * checkpoint, or none where the lease is lost; when this returns or throws, the process is gone.
 *
 * @param files What the task reads, for messages: people know files by their names, not by paths of the server.
 * @throws VigilError of the task; `cancelled` where the lease ended before it was done
 */
export async function runProcess<Kind extends Task['kind']>(
  { context, times, lease, job }: JobRun,
  task: Extract<Task, { kind: Kind }>,
  files: readonly TaskFile[],
  hooks: ProcessHooks = {},
): Promise<TaskAnswers[Kind]> {
  const { configuration, version, clock } = context;
  const facts = {
    modelCacheFolder: configuration.modelCacheFolder,
    poseModel: configuration.poseModel,
    version,
    clockOffsetMs: clock() - Date.now(),
  };
  const limits = { stallTimeoutMs: jobCatalogue[job.type].stallTimeoutMs, memoryCeilingBytes };
  let hearing = Promise.resolve();
  await using process = new AnalysisProcess<Kind>(task, facts, limits, {
    onProgress: (progress) => lease.setProgress(progress),
    onCheckpoint: (mediaSeconds) => lease.setCheckpoint(mediaSeconds),
    onIncidents: (message) => {
      hearing = hearing.then(() => hooks.onIncidents?.(message));
      hearing.catch(() => undefined);
    },
  });
  using timers = new DisposableStack();
  process.prolong(lease.validMs);
  timers.defer(lease.onRenewed((validMs) => process.prolong(validMs)));
  timers.defer(
    lease.onEnd((reason: LeaseEnd) => {
      if (reason === 'lost' || reason === 'cancelled') return process.kill();
      process.pause();
      const timer = setTimeout(() => process.kill(), times.checkpointGraceMs);
      timers.defer(() => clearTimeout(timer));
    }),
  );
  try {
    const answer = await process.answer;
    await hearing;
    return answer;
  } catch (error) {
    if (lease.ending === null) throw named(error, files);
    throw new VigilError('cancelled', `The work ended before it was done: ${lease.ending}`, { ending: lease.ending }, error);
  }
}

/** An error as people read it. */
function named(error: unknown, files: readonly TaskFile[]): unknown {
  if (!(error instanceof VigilError)) return error;
  const { code, message, details }: ErrorBody = error.toBody();
  const rename = (text: string): string => files.reduce((result, { path, name }) => result.replaceAll(path, name), text);
  const entries = Object.entries(details ?? {}).map(([key, value]) => [key, typeof value === 'string' ? rename(value) : value]);
  return new VigilError(code, rename(message), Object.fromEntries(entries), error);
}
