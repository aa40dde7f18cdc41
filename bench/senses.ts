import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openFrames, openSound } from '@vigil/media';
import { regionOfBox } from '@vigil/models';
import { analyseVideo, extractSound, type Senses } from '@vigil/pipeline';
import { busyScene } from './footage/scenes.ts';
import { writeSoundFile } from './footage/sound-file.ts';
import { withSenses } from './measuring/loaded-senses.ts';

const rounds = 3;
/** So few pictures are asked for that decoding is all the work. */
const hardlyAnyPerSecond = 0.01;
const clipsFolder = join(import.meta.dirname, '../../shared/data/up-fall/clips');
/** A fall, a walk, somebody who sits and one who lies down, from both cameras. */
const clipNames = [
  'activity01-trial1-camera1',
  'activity06-trial1-camera2',
  'activity08-trial1-camera1',
  'activity11-trial1-camera2',
];

/**
 * What bodies, speech and sound cost, each against decoding alone of the same footage in the same run; and whole runs against real
 * time. Everything is done in turn, so that a busy machine slows all of it.
 */
export async function run(): Promise<void> {
  await withSenses(async (folder, senses) => {
    await measureSound(folder, senses);
    const clips = clipNames.map((name) => join(clipsFolder, `${name}.mp4`)).filter((file) => existsSync(file));
    const files = clips.length > 0 ? clips : [(await busyScene(folder)).file];
    await measurePose(files, senses);
    await measureRuns(files, folder, senses);
  });
}

async function measureSound(folder: string, senses: Senses): Promise<void> {
  const file = join(folder, 'sound.wav');
  const seconds = 120;
  const what = await writeSoundFile(file, seconds);
  const [decoding, hearing, speech]: number[][] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    decoding.push(await timed(() => decodeSound(file)));
    hearing.push(await timed(() => hear(file, folder, { ...senses, voice: null })));
    speech.push(await timed(() => hear(file, folder, senses)));
  }
  const alone = median(decoding);
  print(`sound: ${seconds} s of ${what}, 16 kHz; ${rounds} rounds in turn, median`);
  print(`  decoding alone          ${rate(alone, seconds)}`);
  print(`  and its measurements    ${rate(median(hearing), seconds)}   ${(median(hearing) / alone).toFixed(2)} × decoding`);
  print(`  and speech (Silero VAD) ${rate(median(speech), seconds)}   ${(median(speech) / alone).toFixed(2)} × decoding`);
}

async function decodeSound(file: string): Promise<void> {
  const source = await openSound(file);
  if (!source) throw new TypeError(`${file} has sound`);
  await using sound = source;
  for await (const block of sound) void block.seconds;
}

async function hear(file: string, folder: string, { voice, voiceUnavailable }: Senses): Promise<void> {
  const workFolder = join(folder, 'sound-work');
  await extractSound({ file, name: 'sound', voice, voiceUnavailable, workFolder });
  await rm(workFolder, { recursive: true });
}

/** One body a moment, five times a second, in the middle of the picture: what following one person costs. */
async function measurePose(files: readonly string[], { pose, poseUnavailable }: Senses): Promise<void> {
  if (!pose) {
    print(`pose: unavailable (${poseUnavailable ?? 'not installed'})`);
    return;
  }
  const [decoding, posing]: number[][] = [[], []];
  let [mediaSeconds, poses] = [0, 0];
  for (const file of files) {
    decoding.push(await timed(() => decode(file)));
    posing.push(
      await timed(async () => {
        await using source = await openFrames(file, { analysisFramesPerSecond: 5, colourShortSidePixels: 300 });
        for await (const frame of source) {
          const picture = await frame.colour();
          await pose.landmarks(picture, regionOfBox({ left: 0.35, top: 0.1, width: 0.3, height: 0.8 }, picture));
          poses += 1;
          mediaSeconds += 0.2;
        }
      }),
    );
  }
  const [alone, whole] = [sum(decoding), sum(posing)];
  print(`pose: ${files.length} files, ${poses} poses, one at a time`);
  print(`  decoding alone          ${rate(alone, mediaSeconds)}`);
  print(
    `  and one body at 5/s     ${rate(whole, mediaSeconds)}   ${(whole / alone).toFixed(2)} × decoding, ${((1000 * (whole - alone)) / poses).toFixed(1)} ms a pose`,
  );
}

async function measureRuns(files: readonly string[], folder: string, senses: Senses): Promise<void> {
  const [decoding, running]: number[][] = [[], []];
  let mediaSeconds = 0;
  for (const file of files) {
    decoding.push(await timed(() => decode(file)));
    const workFolder = join(folder, 'work');
    running.push(
      await timed(async () => {
        const result = await analyseVideo({
          file,
          profile: null,
          budgetIncidentsPerDay: 10,
          senses,
          workFolder,
          evidenceFolder: null,
        });
        mediaSeconds += result.analysedSeconds;
      }),
    );
    await rm(workFolder, { recursive: true });
  }
  const [alone, whole] = [sum(decoding), sum(running)];
  print(`whole run, all senses: ${files.length} files, ${mediaSeconds.toFixed(1)} s`);
  print(`  decoding alone          ${rate(alone, mediaSeconds)}`);
  print(`  whole run               ${rate(whole, mediaSeconds)} (must be ≥ 3)   ${(whole / alone).toFixed(2)} × decoding`);
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

function rate(seconds: number, mediaSeconds: number): string {
  return `${seconds.toFixed(2).padStart(6)} s   ${(mediaSeconds / seconds).toFixed(1).padStart(6)} × real time`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
