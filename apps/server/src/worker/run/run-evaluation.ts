import { join } from 'node:path';
import { VigilError } from '@vigil/contracts';
import { outcomeKey } from '../../evaluations/outcome-key.ts';
import { withoutStoreFailures } from '../lease/without-store-failures.ts';
import { evaluationFolder } from './evaluation-folder.ts';
import { extractionFolder, type JobRunOf } from './job-run.ts';
import { runProcess } from './run-process.ts';

/** Evaluates a data set and keeps figures and page. */
export async function runEvaluationJob(run: JobRunOf<'evaluate'>): Promise<void> {
  const { context, lease, payload } = run;
  const { store, media } = context;
  const { evaluationId } = payload;
  const evaluation = await store.evaluations.get(evaluationId);
  if (evaluation === null) throw new VigilError('not-found', `The evaluation ${evaluationId} was removed`, { evaluationId });
  if (evaluation.state === 'done') return;
  const { dataset } = evaluation;
  const folder = await evaluationFolder(run, evaluation);
  await store.evaluations.update(evaluationId, (found) => ({ ...found, state: 'running', error: null }));
  const reportPath = join(run.workFolder, 'report.html');
  const outcomePath = join(run.workFolder, 'outcome.json');
  const settings = await store.settings.get('settings');
  const { figures } = await runProcess(
    run,
    {
      kind: 'evaluate',
      folder,
      budgetIncidentsPerDay:
        evaluation.budgetIncidentsPerDay ?? settings?.defaultBudgetIncidentsPerDay ?? usualBudgetIncidentsPerDay,
      workFolder: extractionFolder(run),
      reportPath,
      outcomePath,
    },
    [{ path: folder, name: dataset }],
  );
  const isHeld = (): boolean => lease.validMs > 0;
  await withoutStoreFailures(() => lease.confirm(), isHeld);
  const reportKey = `reports/${evaluationId.toLowerCase()}.html`;
  await media.adopt(reportPath, reportKey);
  await media.adopt(outcomePath, outcomeKey(evaluationId));
  const change = () =>
    store.evaluations.update(evaluationId, (found) => ({
      ...found,
      state: 'done',
      error: null,
      figures: { ...figures },
      reportKey,
    }));
  await withoutStoreFailures(change, isHeld);
}

/** The budget that the command line has where none is named. */
const usualBudgetIncidentsPerDay = 5;
