import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommandContext } from '../command-context.ts';
import type { ProgressDisplay } from '../output/progress-display.ts';
import { writing } from '../output/write-failure.ts';
import { writeWholeFile } from '../output/write-whole-file.ts';
import type { PlantedEvent } from './scene/planted-event.ts';
import { normalScene, testScene, type Scene } from './scene/scene.ts';
import { writeScene } from './write-scene.ts';

/** The two videos of a scene. */
export interface SceneFiles {
  /** Nothing unusual happens. */
  readonly normal: string;
  readonly test: string;
  /** What is planted in the second. */
  readonly events: readonly PlantedEvent[];
}

/** Draws a scene into the folder `scene` of an output folder, with a list of what is planted in it. */
export async function drawSceneFiles(
  context: CommandContext,
  seed: number,
  out: string,
  progress: ProgressDisplay,
): Promise<SceneFiles> {
  const folder = join(out, 'scene');
  await writing(folder, async () => await mkdir(folder, { recursive: true }));
  const [normal, test] = [normalScene(seed), testScene(seed)];
  const files = { normal: join(folder, 'normal.mp4'), test: join(folder, 'test.mp4') };
  await drawScene(context, files.normal, normal, progress);
  await drawScene(context, files.test, test, progress);
  await writeWholeFile(join(folder, 'planted-events.json'), `${JSON.stringify(test.events, null, 2)}\n`);
  return { ...files, events: test.events };
}

async function drawScene(context: CommandContext, file: string, scene: Scene, progress: ProgressDisplay): Promise<void> {
  const totalSeconds = scene.durationSeconds;
  await writeScene(file, scene, context.signal, (mediaSeconds, elapsedSeconds) => {
    const timesRealTime = elapsedSeconds > 0 ? mediaSeconds / elapsedSeconds : 0;
    const secondsLeft = timesRealTime > 0 ? (totalSeconds - mediaSeconds) / timesRealTime : null;
    progress.update({ stage: 'draw', file, mediaSeconds, totalSeconds, timesRealTime, secondsLeft });
  });
}
