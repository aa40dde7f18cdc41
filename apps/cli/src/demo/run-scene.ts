import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { NormalityProfile } from '@vigil/detection';
import { learnProfile } from '@vigil/pipeline';
import { analyseFile, type WrittenAnalysis } from '../analyse-file.ts';
import type { CommandContext } from '../command-context.ts';
import type { ProgressDisplay } from '../output/progress-display.ts';
import { writing } from '../output/write-failure.ts';
import { writeWholeFile } from '../output/write-whole-file.ts';
import { asUserError } from '../run-error.ts';
import type { LoadedSenses } from '../senses.ts';
import { closeWorkFolder, openWorkFolder } from '../work-folder.ts';
import { matchIncidents, type Match } from './match-incidents.ts';
import type { PlantedEvent } from './scene/planted-event.ts';
import { normalScene, testScene, type Scene } from './scene/scene.ts';
import { writeScene } from './write-scene.ts';

/** One an hour: minutes of footage say little about rarer things. */
const sceneIncidentsPerDay = 24;

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
  const folder = join(out, 'scene');
  await writing(folder, async () => await mkdir(folder, { recursive: true }));
  const [normal, test] = [normalScene(seed), testScene(seed)];
  const files = { normal: join(folder, 'normal.mp4'), test: join(folder, 'test.mp4') };
  await drawScene(context, files.normal, normal, progress);
  await drawScene(context, files.test, test, progress);
  await writeWholeFile(join(folder, 'planted-events.json'), `${JSON.stringify(test.events, null, 2)}\n`);
  const profile = await learnScene(context, files.normal, loaded, progress);
  const settings = { profile, incidentsPerDay: sceneIncidentsPerDay, senses: loaded.senses };
  const written = await analyseFile(context, files.test, out, settings, progress);
  return { ...written, events: test.events, match: matchIncidents(written.result.incidents, test.events) };
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
