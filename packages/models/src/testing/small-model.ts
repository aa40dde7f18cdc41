import { writeOnnx } from '../graph/write-onnx.ts';

/** An ONNX file that multiplies a float32 `[size, size]` matrix `x` by a constant one and gives `y`: element (i, j) of the constant is `(i + 2j) % 7 − 3`. */
export function smallModel(size: number): Uint8Array<ArrayBuffer> {
  const matrix = Float32Array.from(
    { length: size * size },
    (_, index) => ((Math.floor(index / size) + 2 * (index % size)) % 7) - 3,
  );
  return writeOnnx({
    name: 'small',
    nodes: [{ operator: 'MatMul', inputs: ['x', 'matrix'], outputs: ['y'], attributes: {} }],
    constants: [{ name: 'matrix', elementType: 'float32', shape: [size, size], data: new Uint8Array(matrix.buffer) }],
    inputs: [{ name: 'x', elementType: 'float32', shape: [size, size] }],
    outputs: [{ name: 'y', elementType: 'float32', shape: [size, size] }],
  });
}
