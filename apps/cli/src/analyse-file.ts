import { resolve } from 'node:path';
import type { AnalysisResult } from '@vigil/contracts';
import type { NormalityProfile } from '@vigil/detection';
import { analyseVideo, profileVersion, type Senses } from '@vigil/pipeline';
import type { CommandContext } from './command-context.ts';
import { AnalysisFolder } from './output/analysis-folder.ts';
import { printable } from './output/printable.ts';
import type { ProgressDisplay } from './output/progress-display.ts';
import { asUserError } from './run-error.ts';
import { closeWorkFolder, openWorkFolder } from './work-folder.ts';

/** What an analysis is made with. */
export interface AnalysisSettings {
  /** Null compares the video with itself. */
  readonly profile: NormalityProfile | null;
  readonly incidentsPerDay: number;
  readonly senses: Senses;
}

/** An analysis and where it was written. */
export interface WrittenAnalysis {
  readonly result: AnalysisResult;
  /** Null where nothing was written. */
  readonly reportPath: string | null;
}

/**
 * Analyses one file and writes result, evidence and report. An earlier run of the same that was cut off is continued.
 *
 * @param folder Output folder; null writes nothing.
 */
export async function analyseFile(
  context: CommandContext,
  file: string,
  folder: string | null,
  settings: AnalysisSettings,
  progress: ProgressDisplay,
): Promise<WrittenAnalysis> {
  const { profile, incidentsPerDay, senses } = settings;
  await using output = folder === null ? null : await AnalysisFolder.open(folder);
  const work = await openWorkFolder(context.configuration.workFolder, [file], {
    command: 'analyse',
    profile: profile === null ? null : [profile.name, profileVersion(profile)],
    incidentsPerDay,
    versions: senses.versions,
  });
  if (work.resumed) progress.above(`${printable(file)}: going on where an earlier run stopped`);
  try {
    const result = await analyseVideo({
      file: resolve(file),
      profile,
      budgetIncidentsPerDay: incidentsPerDay,
      senses,
      workFolder: work.path,
      evidenceFolder: output?.partialPath ?? null,
      signal: context.signal,
      onProgress: (state) => progress.update(state),
    });
    context.signal.throwIfAborted();
    await output?.complete(result);
    progress.clear();
    await closeWorkFolder(work, null);
    return { result, reportPath: output?.reportPath ?? null };
  } catch (error) {
    await closeWorkFolder(work, asUserError(error, context.signal));
    throw error;
  }
}
