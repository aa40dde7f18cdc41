import { resolve } from 'node:path';
import { renderEvaluationReport, runEvaluation } from '@vigil/evaluation';
import { print, printJson, showProgress, type CommandContext } from '../command-context.ts';
import { evaluationSummary } from '../output/evaluation-summary.ts';
import type { ProgressMode } from '../output/progress-display.ts';
import { checkWritable, writeWholeFile } from '../output/write-whole-file.ts';
import { asUserError } from '../run-error.ts';
import { LoadedSenses } from '../senses.ts';
import { closeWorkFolder, openWorkFolder } from '../work-folder.ts';

/** What `vigil eval` is asked to do. */
export interface EvalOptions {
  /** Folder of `dataset.json`. */
  readonly folder: string;
  readonly incidentsPerDay: number;
  readonly json?: boolean | undefined;
  /** HTML file of the report. */
  readonly out?: string | undefined;
  readonly progress: ProgressMode;
}

/** Learns from the train split of a labelled data set and scores the test split. */
export async function evaluate(context: CommandContext, options: EvalOptions): Promise<number> {
  const { workFolder } = context.configuration;
  if (options.out !== undefined) await checkWritable(options.out);
  await using loaded = await LoadedSenses.load(context);
  using progress = showProgress(context, options.progress);
  const work = await openWorkFolder(workFolder, [options.folder, `${options.folder}/dataset.json`], {
    command: 'eval',
    incidentsPerDay: options.incidentsPerDay,
    versions: loaded.senses.versions,
  });
  if (work.resumed) progress.above(`${options.folder}: going on where an earlier run stopped`);
  try {
    const result = await runEvaluation({
      folder: resolve(options.folder),
      senses: loaded.senses,
      workFolder: work.path,
      budgetIncidentsPerDay: options.incidentsPerDay,
      signal: context.signal,
      onProgress: (state) => progress.update(state),
    });
    context.signal.throwIfAborted();
    if (options.out !== undefined) await writeWholeFile(options.out, renderEvaluationReport(result));
    progress.clear();
    await closeWorkFolder(work, null);
    if (options.json) printJson(context, result);
    else print(context, evaluationSummary(result, options.out ?? null));
    return 0;
  } catch (error) {
    await closeWorkFolder(work, asUserError(error, context.signal));
    throw error;
  }
}
