import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installModel, objectDetectorRecipe, InferencePool, OnnxObjectDetector } from '@vigil/models';
import { LiteRtReference, randomInput } from '@vigil/models/testing';

const rounds = 40;
const warmUpRounds = 5;
const labelBytes = 184;
const shape = [1, 300, 300, 3];

/**
 * The converted object detector on ONNX Runtime (one worker, one thread, float32) against the same weights on LiteRT's WebAssembly runtime (one thread).
 * The two run in turn, a round each, so that a busy machine slows both; preparation, transfer and inner features are part of our time.
 */
export async function run(): Promise<void> {
  const cacheFolder = await mkdtemp(join(tmpdir(), 'vigil-bench-'));
  try {
    await using pool = new InferencePool({ workers: 1 });
    const startMs = performance.now();
    const installed = await installModel(objectDetectorRecipe, cacheFolder);
    const convertMs = performance.now() - startMs;
    await using detector = await OnnxObjectDetector.create(pool, installed);
    const { packageName, file } = objectDetectorRecipe.source;
    const weights = await readFile(createRequire(import.meta.url).resolve(`${packageName}/${file}`));
    await using reference = await LiteRtReference.load(weights.subarray(labelBytes));

    const input = randomInput(300 * 300 * 3, 1);
    const tile = Uint8Array.from(input, (value) => Math.round((value + 1) * 127.5));
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let round = 0; round < warmUpRounds + rounds; round++) {
      const before = performance.now();
      await detector.runTile(tile);
      const ourMs = performance.now() - before;
      const { durationMs } = await reference.run(input, shape);
      if (round < warmUpRounds) continue;
      ours.push(ourMs);
      theirs.push(durationMs);
    }
    const ratio = median(ours) / median(theirs);
    process.stdout.write(
      `object detector 300×300, one thread, ${rounds} rounds in turn, median (fastest)\n` +
        `  conversion into the cache          ${convertMs.toFixed(0)} ms, once\n` +
        `  ONNX Runtime, float32, with tile   ${median(ours).toFixed(1)} ms (${Math.min(...ours).toFixed(1)})\n` +
        `  LiteRT, WebAssembly                ${median(theirs).toFixed(1)} ms (${Math.min(...theirs).toFixed(1)})\n` +
        `  ratio                              ${ratio.toFixed(2)} of LiteRT's time (must be ≤ 0.50)\n`,
    );
  } finally {
    await rm(cacheFolder, { recursive: true, force: true });
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
