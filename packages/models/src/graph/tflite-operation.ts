import { VigilError } from '@vigil/contracts';
import type { FlatbufferTable } from './flatbuffer-table.ts';
import type { TfliteActivation, TfliteOperation, TfliteWindow } from './tflite-model.ts';

// Numbers and slots are those of TensorFlow Lite's schema, version 3 (tensorflow/lite/schema/schema.fbs).
type OptionsReader = (options: FlatbufferTable | undefined) => TfliteOperation;

const operationReaders: Readonly<Record<number, OptionsReader>> = {
  0: (options) => ({ kind: 'ADD', activation: readActivation(options, 4) }),
  2: (options) => ({ kind: 'CONCATENATION', axis: options?.int32(4) ?? 0, activation: readActivation(options, 6) }),
  3: (options) => ({ kind: 'CONV_2D', window: readWindow(options, 12), activation: readActivation(options, 10) }),
  4: (options) => ({ kind: 'DEPTHWISE_CONV_2D', window: readWindow(options, 14), activation: readActivation(options, 12) }),
  5: (options) => ({ kind: 'DEPTH_TO_SPACE', blockSize: options?.int32(4) ?? 0 }),
  6: () => ({ kind: 'DEQUANTIZE' }),
  14: () => ({ kind: 'LOGISTIC' }),
  17: (options) => ({
    kind: 'MAX_POOL_2D',
    window: readWindow(options, undefined),
    filterWidth: options?.int32(10) ?? 0,
    filterHeight: options?.int32(12) ?? 0,
    activation: readActivation(options, 14),
  }),
  22: () => ({ kind: 'RESHAPE' }),
  23: (options) => ({
    kind: 'RESIZE_BILINEAR',
    alignCorners: (options?.uint8(8) ?? 0) !== 0,
    halfPixelCenters: (options?.uint8(10) ?? 0) !== 0,
  }),
  34: () => ({ kind: 'PAD' }),
  124: () => ({ kind: 'DENSIFY' }),
};

/**
 * Reads what an operator does.
 *
 * @param code - number of the built-in operator
 * @param options - its options table; absent where all options have their defaults
 * @throws VigilError `model-invalid` for an operator or an activation that the converter does not know
 */
export function readOperation(code: number, options: FlatbufferTable | undefined): TfliteOperation {
  const read = operationReaders[code];
  if (read === undefined) {
    throw new VigilError(
      'model-invalid',
      `The model uses operator number ${code} of TensorFlow Lite, which the converter does not know`,
      { code },
    );
  }
  return read(options);
}

function readWindow(options: FlatbufferTable | undefined, dilationSlot: number | undefined): TfliteWindow {
  return {
    padding: options?.int8(4) === 1 ? 'VALID' : 'SAME',
    strideWidth: positive(options?.int32(6), 'stride'),
    strideHeight: positive(options?.int32(8), 'stride'),
    dilationWidth: dilationSlot === undefined ? 1 : positive(options?.int32(dilationSlot, 1), 'dilation'),
    dilationHeight: dilationSlot === undefined ? 1 : positive(options?.int32(dilationSlot + 2, 1), 'dilation'),
  };
}

function positive(value: number | undefined, what: string): number {
  if (value === undefined || value < 1)
    throw new VigilError('model-invalid', `A ${what} of an operator is ${value}; it must be at least 1`, { value });
  return value;
}

function readActivation(options: FlatbufferTable | undefined, slot: number): TfliteActivation {
  const number = options?.int8(slot) ?? 0;
  const activation = ({ 0: 'NONE', 1: 'RELU', 3: 'RELU6' } as const)[number];
  if (activation === undefined)
    throw new VigilError('model-invalid', `The model uses fused activation number ${number}, which the converter does not know`, {
      number,
    });
  return activation;
}
