import type { JobRunOf } from './job-run.ts';
import { runProcess } from './run-process.ts';

/** Builds a model into the cache; one that is there is left as it is. */
export async function runModelBuild(run: JobRunOf<'build-model'>): Promise<void> {
  await runProcess(run, { kind: 'build-model', model: run.payload.model }, []);
}
