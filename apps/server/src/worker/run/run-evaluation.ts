import { join } from 'node:path';
import { VigilError } from '@vigil/contracts';
import { labelsKey } from '../../evaluations/labels-key.ts';
import { outcomeKey } from '../../evaluations/outcome-key.ts';
import { withoutStoreFailures } from '../lease/without-store-failures.ts';
import { evaluationSource } from './evaluation-folder.ts';
import { extractionFolder, type JobRunOf } from './job-run.ts';
import { runProcess } from './run-process.ts';

/** Evaluates a data set and keeps figures, page, and the labels that were measured. */
export async function runEvaluationJob(run: JobRunOf<'evaluate'>): Promise<void> {
  const { context, lease, payload } = run;
  const { store, media } = context;
  const { evaluationId } = payload;
  const evaluation = await store.evaluations.get(evaluationId);
  if (evaluation === null) throw new VigilError('not-found', `The evaluation ${evaluationId} was removed`, { evaluationId });
  if (evaluation.state === 'done') return;
  const { dataset } = evaluation;
  const { folder, labelSet } = await evaluationSource(run, evaluation);
  await store.evaluations.update(evaluationId, (found) => ({ ...found, state: 'running', error: null }));
  const reportPath = join(run.workFolder, 'report.html');
  const outcomePath = join(run.workFolder, 'outcome.json');
  const labelsPath = join(run.workFolder, 'labels.json');
  const settings = await store.settings.get('settings');
  const { figures, labels } = await runProcess(
    run,
    {
      kind: 'evaluate',
      folder,
      budgetIncidentsPerDay:
        evaluation.budgetIncidentsPerDay ?? settings?.defaultBudgetIncidentsPerDay ?? usualBudgetIncidentsPerDay,
      workFolder: extractionFolder(run),
      reportPath,
      outcomePath,
      labelsPath,
    },
    [{ path: folder, name: dataset }],
  );
  const isHeld = (): boolean => lease.validMs > 0;
  await withoutStoreFailures(() => lease.confirm(), isHeld);
  const reportKey = `reports/${evaluationId.toLowerCase()}.html`;
  await media.adopt(reportPath, reportKey);
  await media.adopt(outcomePath, outcomeKey(evaluationId));
  await media.adopt(labelsPath, labelsKey(evaluationId));
  const change = () =>
    store.evaluations.update(evaluationId, (found) => ({
      ...found,
      state: 'done',
      error: null,
      figures: { ...figures },
      labels: { ...labels, labelSet },
      reportKey,
    }));
  await withoutStoreFailures(change, isHeld);
}

/** The budget that the command line has where none is named. */
const usualBudgetIncidentsPerDay = 5;
