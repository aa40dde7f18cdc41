import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { hasColour, print, showProgress, type CommandContext } from '../command-context.ts';
import { drawSceneFiles } from '../demo/draw-scene-files.ts';
import { matchIncidents } from '../demo/match-incidents.ts';
import { runScene, sceneIncidentsPerDay } from '../demo/run-scene.ts';
import { isFlawless, seedText } from '../demo/seed-text.ts';
import { addressesText, returnText } from '../demo/service/demo-text.ts';
import { FeedFollower } from '../demo/service/feed-follower.ts';
import { RunningService } from '../demo/service/running-service.ts';
import { signIn } from '../demo/service/service-client.ts';
import { analyseThroughServices, learnThroughServices, type ServiceUse } from '../demo/service/work-through-services.ts';
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

/**
 * Starts the services, makes a scene, has them learn from its normal part and look for what is planted in the rest; or has them analyse
 * the user's video. Several scenes are measured without services.
 */
export async function demo(context: CommandContext, options: DemoOptions): Promise<number> {
  using progress = showProgress(context, options.progress);
  if (options.scenes !== undefined) return await manyScenes(context, options.seed, options.scenes, options.out, progress);
  const { file, out } = options;
  const scene = file === undefined ? await drawSceneFiles(context, options.seed, out, progress) : null;
  const dataFolder = resolve(out, 'services');
  await rm(dataFolder, { recursive: true, force: true });
  await using service = await startServices(context, dataFolder);
  const { addresses, admin } = service;
  const session = await signIn(addresses.api, admin);
  using feed = await FeedFollower.open(addresses.dashboard, session);
  const use: ServiceUse = { session, feed, progress, signal: context.signal };
  const profileId = scene === null ? null : await learnThroughServices(use, scene.normal);
  const incidentsPerDay = scene === null ? defaultIncidentsPerDay : sceneIncidentsPerDay;
  const served = await analyseThroughServices(use, scene?.test ?? file ?? '', { profileId, incidentsPerDay, out });
  progress.clear();
  const match = scene === null ? null : matchIncidents(served.result.incidents, scene.events);
  const remarks = match?.eventOfIncident.map((event) => event?.description ?? 'none: a false alarm');
  print(context, analysisSummary(served.result, resolve(served.reportPath), hasColour(context), remarks));
  print(context, addressesText(addresses.api, served));
  if (scene !== null && match !== null) print(context, verdictText(scene.events, match));
  print(context, returnText(service, dataFolder));
  return 0;
}

async function startServices({ configuration, signal }: CommandContext, dataFolder: string): Promise<RunningService> {
  const { modelCacheFolder, poseModel, inherited } = configuration;
  return await RunningService.start({ dataFolder, modelCacheFolder, poseModel, environment: inherited, signal });
}

/** @returns 1 where something was missed, misnamed or false. */
async function manyScenes(
  context: CommandContext,
  firstSeed: number,
  count: number,
  out: string,
  progress: ProgressDisplay,
): Promise<number> {
  await using loaded = await LoadedSenses.load(context);
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
