import { join } from 'node:path';
import { analyseFile } from '../analyse-file.ts';
import { hasColour, print, showProgress, type CommandContext } from '../command-context.ts';
import { runScene } from '../demo/run-scene.ts';
import { isFlawless, seedText } from '../demo/seed-text.ts';
import { verdictText } from '../demo/verdict-text.ts';
import { defaultIncidentsPerDay } from '../options/budget.ts';
import { analysisSummary } from '../output/analysis-summary.ts';
import type { ProgressDisplay, ProgressMode } from '../output/progress-display.ts';
import { LoadedSenses } from '../senses.ts';

/** What `vigil demo` is asked to do. */
export interface DemoOptions {
  /** A video of the user's own; a scene is made where absent. */
  readonly file?: string | undefined;
  /** Which scene is made. */
  readonly seed: number;
  /** How many scenes are made and told in a line each, from the seed on; one, told at length, where absent. */
  readonly scenes?: number | undefined;
  readonly out: string;
  readonly progress: ProgressMode;
}

/** Makes a scene, learns from its normal part, and looks for what is planted in the rest; or analyses the user's video. */
export async function demo(context: CommandContext, options: DemoOptions): Promise<number> {
  await using loaded = await LoadedSenses.load(context);
  using progress = showProgress(context, options.progress);
  if (options.file !== undefined) {
    const settings = { profile: null, incidentsPerDay: defaultIncidentsPerDay, senses: loaded.senses };
    const { result, reportPath } = await analyseFile(context, options.file, options.out, settings, progress);
    print(context, analysisSummary(result, reportPath, hasColour(context)));
    return 0;
  }
  if (options.scenes !== undefined) return await manyScenes(context, options.seed, options.scenes, options.out, loaded, progress);
  const { result, reportPath, events, match } = await runScene(context, options.seed, options.out, loaded, progress);
  const remarks = match.eventOfIncident.map((event) => event?.description ?? 'none: a false alarm');
  print(context, analysisSummary(result, reportPath, hasColour(context), remarks));
  print(context, verdictText(events, match));
  return 0;
}

/** @returns 1 where something was missed, misnamed or false. */
async function manyScenes(
  context: CommandContext,
  firstSeed: number,
  count: number,
  out: string,
  loaded: LoadedSenses,
  progress: ProgressDisplay,
): Promise<number> {
  let flawless = 0;
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const startedMs = performance.now();
    const outcome = await runScene(context, seed, join(out, `seed-${seed}`), loaded, progress);
    progress.clear();
    if (isFlawless(outcome)) flawless++;
    print(context, seedText(seed, (performance.now() - startedMs) / 1000, outcome));
  }
  print(context, `In ${flawless} of ${count} scenes everything was found by its name and nothing else.`);
  return flawless === count ? 0 : 1;
}
