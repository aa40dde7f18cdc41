import { basename, extname, join } from 'node:path';
import { exitCodeOf, type AnalysisResult, type VigilError } from '@vigil/contracts';
import { loadProfile } from '@vigil/pipeline';
import { analyseFile, type AnalysisSettings } from '../analyse-file.ts';
import { hasColour, print, printJson, showProgress, type CommandContext } from '../command-context.ts';
import { defaultOutputFolder } from '../options/output-folders.ts';
import { analysisSummary } from '../output/analysis-summary.ts';
import { printable } from '../output/printable.ts';
import type { ProgressMode } from '../output/progress-display.ts';
import { asUserError, errorText } from '../run-error.ts';
import { LoadedSenses } from '../senses.ts';

/** What `vigil analyse` is asked to do. */
export interface AnalyseOptions {
  readonly files: readonly string[];
  /** Name of a profile; without one each video is compared with itself. */
  readonly profile?: string | undefined;
  readonly incidentsPerDay: number;
  /** Output folder; several files get a folder each in it. */
  readonly out?: string | undefined;
  readonly json?: boolean | undefined;
  readonly progress: ProgressMode;
}

interface Outcome {
  readonly file: string;
  readonly result: AnalysisResult | null;
  readonly error: VigilError | null;
}

/**
 * Analyses files one after the other. A file that cannot be analysed does not stop the rest.
 *
 * @returns The exit code: that of the first failure.
 * @throws VigilError of what concerns every file: the profile, the models, cancellation.
 */
export async function analyse(context: CommandContext, options: AnalyseOptions): Promise<number> {
  const { profilesFolder } = context.configuration;
  const profile = options.profile === undefined ? null : await loadProfile(profilesFolder, options.profile);
  await using loaded = await LoadedSenses.load(context);
  const settings: AnalysisSettings = { profile, incidentsPerDay: options.incidentsPerDay, senses: loaded.senses };
  using progress = showProgress(context, options.progress);
  const outcomes: Outcome[] = [];
  for (const [index, file] of options.files.entries()) {
    const folder = outputFolder(options, index);
    try {
      const { result, reportPath } = await analyseFile(context, file, folder, settings, progress);
      outcomes.push({ file, result, error: null });
      if (!options.json) print(context, analysisSummary(result, reportPath, hasColour(context)));
    } catch (thrown) {
      const error = asUserError(thrown, context.signal);
      if (error.code === 'cancelled') throw error;
      outcomes.push({ file, result: null, error });
      progress.clear();
      context.stderr.write(errorText(error, context.configuration.debug));
    }
  }
  if (options.json) printOutcomes(context, outcomes);
  else if (outcomes.length > 1) print(context, outcomes.map(outcomeLine).join('\n'));
  const failure = outcomes.find(({ error }) => error !== null)?.error;
  return failure == null ? 0 : exitCodeOf(failure.code);
}

/** A single file is one object; several are a list, in which a failure stands as `{ file, error }`. */
function printOutcomes(context: CommandContext, outcomes: readonly Outcome[]): void {
  const values = outcomes.map(({ file, result, error }) => result ?? { file, error: error?.toBody() });
  if (outcomes.length > 1) printJson(context, values);
  else if (outcomes[0].result !== null) printJson(context, outcomes[0].result);
}

function outcomeLine({ file, result, error }: Outcome): string {
  const count = result?.incidents.length ?? 0;
  return `${printable(file)}: ${result === null ? `failed (${error?.code})` : count === 1 ? '1 incident' : `${count} incidents`}`;
}

/** Null where nothing is to be written: a program that reads standard output and names no folder. */
function outputFolder({ files, out, json }: AnalyseOptions, index: number): string | null {
  if (out === undefined && json === true) return null;
  if (out !== undefined && files.length === 1) return out;
  const stems = files.map((file) => basename(file, extname(file)) || 'video');
  const earlier = stems.slice(0, index).filter((stem) => stem === stems[index]).length;
  return join(out ?? defaultOutputFolder, earlier === 0 ? stems[index] : `${stems[index]}-${earlier + 1}`);
}
