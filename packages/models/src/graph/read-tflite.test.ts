import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { VigilError } from '@vigil/contracts';
import { describe, expect, it } from 'vitest';
import { randomInput } from '../testing/random-input.ts';
import { convertTflite } from './convert-tflite.ts';
import { readTflite } from './read-tflite.ts';

const file = new Uint8Array(
  readFileSync(createRequire(import.meta.url).resolve('@mediapipe/pose/pose_solution_packed_assets.data')),
);

function convertAll(bytes: Uint8Array): void {
  const model = readTflite(bytes);
  const outputs = Object.fromEntries(model.outputs.map((number) => [`output${number}`, number]));
  convertTflite(model, { name: 'pose', inputs: { image: model.inputs[0] }, outputs, channelsFirstInputs: true });
}

/** The error that reading gives, or undefined where the damage did not show. */
function errorOf(bytes: Uint8Array): unknown {
  try {
    convertAll(bytes);
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('readTflite', () => {
  it('reads tensors, operators, and sparse constants', () => {
    const model = readTflite(file);
    expect(model.inputs.map((number) => model.tensors[number].shape)).toEqual([[1, 224, 224, 3]]);
    expect(model.outputs.map((number) => model.tensors[number].shape)).toEqual([
      [1, 2254, 12],
      [1, 2254, 1],
    ]);
    expect(model.tensors.filter(({ sparsity }) => sparsity !== undefined)).toHaveLength(38);
    expect(model.operators[1].operation).toEqual({ kind: 'DEQUANTIZE' });
  });

  it.each([0, 3, 7, 8, 100, file.length >> 1, file.length - 1])('refuses a file cut off after %i bytes', (length) => {
    expect(errorOf(file.slice(0, length))).toMatchObject({ code: 'model-invalid' });
  });

  it('refuses another kind of file', () => {
    expect(errorOf(new TextEncoder().encode('not a model at all'))).toMatchObject({
      code: 'model-invalid',
      message: expect.stringContaining('TFL3'),
    });
  });

  // The tables lie at the end of this file and the weights before them.
  it.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'ends in a clear error or reads on when tables are damaged, seed %i',
    (seed) => {
      const damaged = file.slice();
      for (const [index, value] of randomInput(16, seed).entries()) {
        damaged[Math.min(file.length - 1 - Math.floor(Math.abs(value) * 60_000), file.length - 1)] =
          (index * 37 + seed * 11) & 255;
      }
      const error = errorOf(damaged);
      expect([undefined, 'VigilError']).toContain(error instanceof Error ? error.name : error);
      expect(error === undefined || error instanceof VigilError).toBe(true);
    },
  );
});
