import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { learnProfile } from '@vigil/pipeline';
import { analyseFile } from '../analyse-file.ts';
import { hasColour, print, showProgress, type CommandContext } from '../command-context.ts';
import { matchIncidents } from '../demo/match-incidents.ts';
import { normalScene, testScene, type Scene } from '../demo/scene/scene.ts';
import { verdictText } from '../demo/verdict-text.ts';
import { writeScene } from '../demo/write-scene.ts';
import { defaultIncidentsPerDay } from '../options/budget.ts';
import { analysisSummary } from '../output/analysis-summary.ts';
import type { ProgressDisplay, ProgressMode } from '../output/progress-display.ts';
import { writing } from '../output/write-failure.ts';
import { writeWholeFile } from '../output/write-whole-file.ts';
import { asUserError } from '../run-error.ts';
import { LoadedSenses } from '../senses.ts';
import { closeWorkFolder, openWorkFolder } from '../work-folder.ts';

/** What `vigil demo` is asked to do. */
export interface DemoOptions {
  /** A video of the user's own; a scene is made where absent. */
  readonly file?: string | undefined;
  /** Which scene is made. */
  readonly seed: number;
  readonly out: string;
  readonly progress: ProgressMode;
}

/** One an hour: minutes of footage say little about rarer things. */
const sceneIncidentsPerDay = 24;

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
  const folder = join(options.out, 'scene');
  await writing(folder, async () => await mkdir(folder, { recursive: true }));
  const [normal, test] = [normalScene(options.seed), testScene(options.seed)];
  const files = { normal: join(folder, 'normal.mp4'), test: join(folder, 'test.mp4') };
  await drawScene(context, files.normal, normal, progress);
  await drawScene(context, files.test, test, progress);
  await writeWholeFile(join(folder, 'planted-events.json'), `${JSON.stringify(test.events, null, 2)}\n`);
  const profile = await learnScene(context, files.normal, loaded, progress);
  const settings = { profile, incidentsPerDay: sceneIncidentsPerDay, senses: loaded.senses };
  const { result, reportPath } = await analyseFile(context, files.test, options.out, settings, progress);
  const match = matchIncidents(result.incidents, test.events);
  const remarks = match.eventOfIncident.map((event) => event?.description ?? 'none: a false alarm');
  print(context, analysisSummary(result, reportPath, hasColour(context), remarks));
  print(context, verdictText(test.events, match));
  return 0;
}

async function drawScene(context: CommandContext, file: string, scene: Scene, progress: ProgressDisplay): Promise<void> {
  const totalSeconds = scene.durationSeconds;
  await writeScene(file, scene, context.signal, (mediaSeconds, elapsedSeconds) => {
    const timesRealTime = elapsedSeconds > 0 ? mediaSeconds / elapsedSeconds : 0;
    const secondsLeft = timesRealTime > 0 ? (totalSeconds - mediaSeconds) / timesRealTime : null;
    progress.update({ stage: 'draw', file, mediaSeconds, totalSeconds, timesRealTime, secondsLeft });
  });
}

async function learnScene(
  context: CommandContext,
  file: string,
  loaded: LoadedSenses,
  progress: ProgressDisplay,
): ReturnType<typeof learnProfile> {
  const work = await openWorkFolder(context.configuration.workFolder, [file], {
    command: 'demo',
    versions: loaded.senses.versions,
  });
  try {
    const profile = await learnProfile({
      name: 'demo',
      files: [file],
      previous: null,
      senses: loaded.senses,
      workFolder: work.path,
      signal: context.signal,
      onProgress: (state) => progress.update(state),
    });
    await closeWorkFolder(work, null);
    return profile;
  } catch (error) {
    await closeWorkFolder(work, asUserError(error, context.signal));
    throw error;
  }
}
