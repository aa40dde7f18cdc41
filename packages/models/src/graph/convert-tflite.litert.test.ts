import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InferencePool } from '../runtime/inference-pool.ts';
import { LiteRtReference } from '../testing/litert-reference.ts';
import { largestDifference, randomInput, toPlanes } from '../testing/random-input.ts';
import { convertTflite } from './convert-tflite.ts';
import { readTflite } from './read-tflite.ts';
import { writeOnnx } from './write-onnx.ts';

const require = createRequire(import.meta.url);
const read = (file: string): Buffer => readFileSync(require.resolve(file));

// Between them these graphs use every operator that the converter knows.
const models = [
  {
    name: 'object detector',
    tolerance: 1e-4,
    bytes: read('@mediapipe/objectron/objectron_solution_packed_assets.data').subarray(184),
  },
  // Its segmentation mask multiplies rounding: single pixels differ by up to 4e-4 of the largest, the median by 3e-8.
  { name: 'pose landmarks, lite', tolerance: 1e-3, bytes: read('@mediapipe/pose/pose_landmark_lite.tflite') },
  { name: 'pose detector (sparse weights)', tolerance: 1e-4, bytes: read('@mediapipe/pose/pose_solution_packed_assets.data') },
];

describe.each(models)('$name, converted, against LiteRT', ({ name, tolerance, bytes }) => {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-graph-'));
  const pool = new InferencePool({ workers: 1 });
  const model = readTflite(bytes);
  const inputNumber = model.inputs[0];
  const { shape } = model.tensors[inputNumber];
  const outputs = Object.fromEntries(model.outputs.map((number) => [model.tensors[number].name, number]));
  const seeds = [1, 2];
  let reference: LiteRtReference;

  beforeAll(async () => {
    reference = await LiteRtReference.load(bytes);
    for (const channelsFirstInputs of [true, false]) {
      const path = join(folder, `${channelsFirstInputs}.onnx`);
      writeFileSync(
        path,
        writeOnnx(convertTflite(model, { name, inputs: { image: inputNumber }, outputs, channelsFirstInputs })),
      );
      await pool.addModel({ id: String(channelsFirstInputs), path });
    }
  });
  afterAll(async () => {
    await pool[Symbol.asyncDispose]();
    await reference[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });

  it.each(seeds)('gives the same outputs for random picture %i, whichever way its channels lie', async (seed) => {
    const input = randomInput(shape[1] * shape[2] * 3, seed);
    const planes = toPlanes(input);
    const expected = await reference.run(input, shape);
    const first = await pool.run('true', { image: { data: planes, shape: [1, 3, shape[1], shape[2]] } });
    const last = await pool.run('false', { image: { data: input, shape } });
    expect(reference.outputNames.toSorted()).toEqual(Object.keys(outputs).toSorted());
    reference.outputNames.forEach((outputName, index) => {
      expect(first[outputName].shape).toEqual(expected.outputs[index].shape);
      expect(largestDifference(first[outputName].data as Float32Array, expected.outputs[index].data)).toBeLessThan(tolerance);
      expect(last[outputName].data).toEqual(first[outputName].data);
    });
  });
});
