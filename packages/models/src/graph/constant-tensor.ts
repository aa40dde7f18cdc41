import type { TfliteElementType } from './tflite-model.ts';

/** A constant: little-endian elements in row-major order. */
export interface ConstantTensor {
  readonly elementType: TfliteElementType;
  readonly shape: readonly number[];
  readonly data: Uint8Array;
}

// Copied so that any byte offset will do.
function floatsOf(constant: ConstantTensor): Float32Array<ArrayBuffer> {
  return new Float32Array(Uint8Array.from(constant.data).buffer);
}

/** The 32-bit integers of a constant. */
export function integersOf(constant: ConstantTensor): number[] {
  return Array.from(new Int32Array(Uint8Array.from(constant.data).buffer));
}

/**
 * Reorders the dimensions of a float32 constant with four of them.
 *
 * @param order - for each new dimension, the old one
 */
export function transpose(constant: ConstantTensor, order: readonly number[]): ConstantTensor {
  const from = floatsOf(constant);
  const strides = constant.shape.map((_, dimension) =>
    constant.shape.slice(dimension + 1).reduce((product, size) => product * size, 1),
  );
  const shape = order.map((dimension) => constant.shape[dimension]);
  const [s0, s1, s2, s3] = order.map((dimension) => strides[dimension]);
  const to = new Float32Array(from.length);
  let position = 0;
  for (let a = 0; a < shape[0]; a++) {
    for (let b = 0; b < shape[1]; b++) {
      for (let c = 0; c < shape[2]; c++) {
        for (let d = 0; d < shape[3]; d++) to[position++] = from[a * s0 + b * s1 + c * s2 + d * s3];
      }
    }
  }
  return { elementType: constant.elementType, shape, data: new Uint8Array(to.buffer) };
}
