import { describe, expect, it } from 'vitest';
import { ProtobufWriter } from '../graph/protobuf-writer.ts';
import { readOnnxConstants } from './onnx-constants.ts';
import { sileroGraph } from './silero-graph.ts';

/** An ONNX file with one constant. */
function fileWith(name: string, shape: readonly number[], values: readonly number[]): Uint8Array {
  const tensor = new ProtobufWriter();
  for (const size of shape) tensor.integer(1, size);
  tensor
    .integer(2, 1)
    .text(8, name)
    .bytes(9, new Uint8Array(Float32Array.from(values).buffer));
  const graph = new ProtobufWriter().text(2, 'a graph').message(5, tensor);
  return new ProtobufWriter().integer(1, 8).float(99, 0.5).message(7, graph).finish();
}

describe('readOnnxConstants', () => {
  it('reads float32 constants with their shapes', () => {
    const constants = readOnnxConstants(fileWith('weights', [2, 300], new Array(600).fill(0.25)));
    expect([...constants.keys()]).toEqual(['weights']);
    expect(constants.get('weights')).toEqual({ shape: [2, 300], values: new Float32Array(600).fill(0.25) });
  });

  it('refuses what is no ONNX file', () => {
    const file = fileWith('weights', [4], [1, 2, 3, 4]);
    for (const bytes of [file.subarray(0, -3), Uint8Array.of(0xff, 0xff, 0xff), Uint8Array.of(0x3f, 1, 2)]) {
      expect(() => readOnnxConstants(bytes)).toThrow(expect.objectContaining({ code: 'model-invalid' }) as Error);
    }
  });
});

describe('sileroGraph', () => {
  it('refuses weights that are missing or of another shape', () => {
    const refusal = (text: RegExp): unknown =>
      expect.objectContaining({ code: 'model-invalid', message: expect.stringMatching(text) });
    expect(() => sileroGraph(new Map())).toThrow(refusal(/forward_basis_buffer is missing/) as Error);
    const odd = new Map([['model.stft.forward_basis_buffer', { shape: [3], values: new Float32Array(3) }]]);
    expect(() => sileroGraph(odd)).toThrow(refusal(/has the shape 3, not 258 × 1 × 256/) as Error);
  });
});
