import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { estimateReferenceFlow, FlowEstimator } from '@vigil/vision';
import { readGrayPng } from '../tools/reference-files/png.ts';

const [width, height] = [360, 240];
const warmUpRounds = 12;
const rounds = 40;
/** The reference takes some hundred milliseconds: it runs in a few rounds only, in turn with the others. */
const roundsPerReference = 10;

/** The part of OpenCV's WebAssembly build that is measured against. */
interface OpenCv {
  readonly Mat: new (rows?: number, columns?: number, type?: number) => { readonly data: Uint8Array; delete(): void };
  readonly CV_8UC1: number;
  calcOpticalFlowFarneback(
    first: object,
    second: object,
    flow: object,
    pyramidScale: number,
    levels: number,
    windowPixels: number,
    iterations: number,
    polynomialPixels: number,
    polynomialSigma: number,
    flags: number,
  ): void;
}

type Pair = readonly [first: Uint8Array, second: Uint8Array];

/** Real pairs of surveillance frames, where the reference folder is there. */
function framePairs(): Pair[] {
  const folder = join(import.meta.dirname, '../../shared/reference/flow');
  if (!existsSync(folder)) throw new Error(`The frames of this benchmark lie in ${folder}, which is missing`);
  return ['ped2-cart', 'ped2-one-frame'].map((name) => [
    readGrayPng(join(folder, `${name}-a.png`)).data,
    readGrayPng(join(folder, `${name}-b.png`)).data,
  ]);
}

/** Farnebäck's flow with the settings of OpenCV's own samples. */
function farneback(cv: OpenCv): (pair: Pair) => void {
  const first = new cv.Mat(height, width, cv.CV_8UC1);
  const second = new cv.Mat(height, width, cv.CV_8UC1);
  const flow = new cv.Mat();
  return (pair) => {
    first.data.set(pair[0]);
    second.data.set(pair[1]);
    cv.calcOpticalFlowFarneback(first, second, flow, 0.5, 3, 15, 3, 5, 1.2, 0);
  };
}

/**
 * The optical flow kernel against its TypeScript reference and against Farnebäck's flow in OpenCV's WebAssembly build, on real
 * frame pairs, one thread. The three run in turn, so that a busy machine slows them all.
 */
export async function run(): Promise<void> {
  const pairs = framePairs();
  const { cv } = createRequire(import.meta.url)('opencv-wasm') as { cv: OpenCv };
  const runFarneback = farneback(cv);
  using estimator = new FlowEstimator(width, height);
  const out = new Float32Array(2 * width * height);
  const kernelMs: number[] = [];
  const farnebackMs: number[] = [];
  const referenceMs: number[] = [];
  for (let round = 0; round < warmUpRounds + rounds; round++) {
    const pair = pairs[round % pairs.length];
    const isCounted = round >= warmUpRounds;
    const measure = (durationsMs: number[], step: () => void): void => {
      const startMs = performance.now();
      step();
      if (isCounted) durationsMs.push(performance.now() - startMs);
    };
    measure(kernelMs, () => estimator.estimate(...pair, out));
    measure(farnebackMs, () => runFarneback(pair));
    if (round % roundsPerReference === 0) measure(referenceMs, () => estimateReferenceFlow(...pair, width, height));
  }
  const kernel = median(kernelMs);
  process.stdout.write(
    `optical flow ${width}×${height}, one thread, ${rounds} rounds in turn, median (fastest)\n` +
      `  inverse search, WebAssembly SIMD    ${line(kernelMs)}\n` +
      `  inverse search, TypeScript          ${line(referenceMs)}   ${(median(referenceMs) / kernel).toFixed(1)} × the kernel's time\n` +
      `  OpenCV's Farnebäck, WebAssembly     ${line(farnebackMs)}   ${(median(farnebackMs) / kernel).toFixed(2)} × the kernel's time (must be ≥ 1.00)\n`,
  );
}

function line(durationsMs: readonly number[]): string {
  return `${median(durationsMs).toFixed(1)} ms (${Math.min(...durationsMs).toFixed(1)})`.padEnd(18);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
