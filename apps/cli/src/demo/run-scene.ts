import type { NormalityProfile } from '@vigil/detection';
import { learnProfile } from '@vigil/pipeline';
import { analyseFile, type WrittenAnalysis } from '../analyse-file.ts';
import type { CommandContext } from '../command-context.ts';
import type { ProgressDisplay } from '../output/progress-display.ts';
import { asUserError } from '../run-error.ts';
import type { LoadedSenses } from '../senses.ts';
import { closeWorkFolder, openWorkFolder } from '../work-folder.ts';
import { drawSceneFiles } from './draw-scene-files.ts';
import { matchIncidents, type Match } from './match-incidents.ts';
import type { PlantedEvent } from './scene/planted-event.ts';

/** One an hour: minutes of footage say little about rarer things. */
export const sceneIncidentsPerDay = 24;

/** What was found in a scene, beside what is planted in it. */
export interface SceneOutcome extends WrittenAnalysis {
  readonly events: readonly PlantedEvent[];
  readonly match: Match;
}

/** Makes a scene, learns from its normal part, looks for what is planted in the rest, and writes all of it into a folder. */
export async function runScene(
  context: CommandContext,
  seed: number,
  out: string,
  loaded: LoadedSenses,
  progress: ProgressDisplay,
): Promise<SceneOutcome> {
  const { events, ...files } = await drawSceneFiles(context, seed, out, progress);
  const profile = await learnScene(context, files.normal, loaded, progress);
  const settings = { profile, incidentsPerDay: sceneIncidentsPerDay, senses: loaded.senses };
  const written = await analyseFile(context, files.test, out, settings, progress);
  return { ...written, events, match: matchIncidents(written.result.incidents, events) };
}

async function learnScene(
  context: CommandContext,
  file: string,
  loaded: LoadedSenses,
  progress: ProgressDisplay,
): Promise<NormalityProfile> {
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
