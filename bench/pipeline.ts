import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openFrames } from '@vigil/media';
import { analyseVideo, type Senses } from '@vigil/pipeline';
import { busyScene, realStillScene, type Scene, stillScene } from './footage/scenes.ts';
import { withSenses } from './measuring/loaded-senses.ts';
import { MemorySampler } from './measuring/process-memory.ts';

const rounds = 3;
/** So few pictures are asked for that decoding is all the work. */
const hardlyAnyPerSecond = 0.01;

/**
 * The whole run of a file, features and scores without evidence, against decoding alone of the same file in the same media process. The
 * two run in turn, so that a busy machine slows both. Starting the process is part of both.
 */
export async function run(): Promise<void> {
  await withSenses(async (folder, senses) => {
    const scenes = [await busyScene(folder), await stillScene(folder), await realStillScene(folder)];
    for (const scene of scenes) if (scene) await measure(scene, folder, senses);
  });
}

async function measure({ name, file }: Scene, folder: string, senses: Senses): Promise<void> {
  const decodeSeconds: number[] = [];
  const runSeconds: number[] = [];
  let mediaSeconds = 0;
  let pictures = 0;
  using memory = new MemorySampler(200);
  for (let round = 0; round < rounds; round++) {
    decodeSeconds.push(await timed(() => decode(file)));
    const workFolder = join(folder, 'work');
    const seconds = await timed(async () => {
      const { analysedSeconds, analysedFrames } = await analyseVideo({
        file,
        profile: null,
        budgetIncidentsPerDay: 10,
        senses,
        workFolder,
        evidenceFolder: null,
      });
      mediaSeconds = analysedSeconds;
      pictures = analysedFrames;
    });
    runSeconds.push(seconds);
    await rm(workFolder, { recursive: true });
  }
  const [decoding, running] = [median(decodeSeconds), median(runSeconds)];
  const { own, children } = memory.peaks;
  process.stdout.write(
    `${name}: ${mediaSeconds.toFixed(1)} s, ${pictures} pictures analysed; ${rounds} rounds in turn, median (fastest)\n` +
      `  decoding alone   ${line(decodeSeconds, mediaSeconds)}\n` +
      `  whole run        ${line(runSeconds, mediaSeconds)}\n` +
      `  ratio            ${(decoding / running).toFixed(2)} of decoding speed${name.startsWith('still') ? ' (must be ≥ 0.50)' : ''}\n` +
      `  peak memory      ${own} MiB this process with its models, ${children} MiB the media process\n`,
  );
}

async function decode(file: string): Promise<void> {
  await using source = await openFrames(file, { analysisFramesPerSecond: hardlyAnyPerSecond });
  for await (const frame of source) void frame.index;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startMs = performance.now();
  await work();
  return (performance.now() - startMs) / 1000;
}

function line(durations: readonly number[], mediaSeconds: number): string {
  const rate = (seconds: number): string => (mediaSeconds / seconds).toFixed(1);
  return `${median(durations).toFixed(2)} s   ${rate(median(durations))} × real time (${rate(Math.min(...durations))})`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
