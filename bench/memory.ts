import { resolve } from 'node:path';
import { analyseVideo } from '@vigil/pipeline';
import { writeFigures } from './footage/scenes.ts';
import { withSenses } from './measuring/loaded-senses.ts';
import { type MemorySample, MemorySampler } from './measuring/process-memory.ts';

const hourSeconds = 3600;
const limitMiB = 1024;
/** Figures cross for this long in every minute, seconds. */
const busySecondsAMinute = 15;

/**
 * Resident memory of all processes, second by second, while an hour of video is analysed. With a file as argument
 * (`npm run bench -- memory FILE`) that one is taken.
 */
export async function run(): Promise<void> {
  await withSenses(async (folder, senses) => {
    const given = process.argv[3];
    const file = given === undefined ? `${folder}/hour.mp4` : resolve(given);
    if (given === undefined) {
      const size = { width: 640, height: 360, framesPerSecond: 10, seconds: hourSeconds };
      await writeFigures(file, size, 6, (seconds) => seconds % 60 < busySecondsAMinute);
    }
    using memory = new MemorySampler(1000);
    const startMs = performance.now();
    const { analysedSeconds, incidents } = await analyseVideo({
      file,
      profile: null,
      budgetIncidentsPerDay: 10,
      senses,
      workFolder: `${folder}/work`,
      evidenceFolder: `${folder}/evidence`,
    });
    const seconds = (performance.now() - startMs) / 1000;
    const { own, children, together } = memory.peaks;
    const early = around(memory.samples, 0.2);
    const late = around(memory.samples, 0.9);
    process.stdout.write(
      `memory: ${analysedSeconds.toFixed(0)} s of video in ${seconds.toFixed(0)} s, ${incidents.length} incidents\n` +
        `  peak      ${together} MiB together (must be < ${limitMiB}); ${own} MiB this process with its models, ${children} MiB its children\n` +
        `  at 20 %   ${early} MiB together, median of a tenth of the run\n` +
        `  at 90 %   ${late} MiB together, ${(late / early).toFixed(2)} of that (flat: ≤ 1.15)\n`,
    );
  });
}

/** Median of a tenth of the run around a share of it, MiB. */
function around(samples: readonly MemorySample[], share: number): number {
  const from = Math.floor(samples.length * (share - 0.05));
  const part = samples.slice(from, Math.max(from + 1, Math.ceil(samples.length * (share + 0.05))));
  const sums = part.map((sample) => (sample.ownBytes + sample.childrenBytes) / 2 ** 20).toSorted((a, b) => a - b);
  return Math.round(sums[sums.length >> 1]);
}
