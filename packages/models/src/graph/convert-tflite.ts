import { VigilError } from '@vigil/contracts';
import { ConversionGraph, toChannelsFirst } from './conversion-graph.ts';
import type { OnnxModel, OnnxValue } from './onnx-model.ts';
import { convertOperator } from './operators/convert-operator.ts';
import type { TfliteModel } from './tflite-model.ts';

/** How a tflite graph becomes an ONNX graph. */
export interface ConversionOptions {
  /** Name of the ONNX graph. */
  readonly name: string;
  /** Names of the inputs by tensor number; each input of the tflite graph needs one. */
  readonly inputs: Readonly<Record<string, number>>;
  /** Names of the outputs by tensor number: any computed tensor, also an inner one. What none of them needs is left out. */
  readonly outputs: Readonly<Record<string, number>>;
  /** True where pictures are given in as `[batch, channels, height, width]`; outputs keep the order of tflite. */
  readonly channelsFirstInputs: boolean;
}

/** Version of the converter: a change here makes installed models be converted again. */
export const converterVersion = 1;

/**
 * Converts a tflite graph. Weights become float32; pictures are channels-first inside, as ONNX Runtime's kernels are fastest.
 *
 * @throws VigilError `model-invalid` where the graph uses what the converter does not know
 */
export function convertTflite(model: TfliteModel, options: ConversionOptions): OnnxModel {
  const outputNumbers = Object.entries(options.outputs);
  const graph = new ConversionGraph(model, new Map(outputNumbers.map(([name, number]) => [number, name])));
  const inputs = Object.entries(options.inputs).map(([name, number]): OnnxValue => {
    const tensor = graph.tensor(number);
    if (!model.inputs.includes(number) || tensor.elementType !== 'float32') {
      throw new VigilError('model-invalid', `Tensor ${number} (${tensor.name}) is not a float32 input of the model`);
    }
    graph.defineInput(number, name, options.channelsFirstInputs);
    const swapped = options.channelsFirstInputs && tensor.shape.length === 4;
    return {
      name,
      elementType: 'float32',
      shape: swapped ? toChannelsFirst.map((dimension) => tensor.shape[dimension]) : tensor.shape,
    };
  });
  const needed = neededTensors(model, Object.values(options.outputs));
  for (const operator of model.operators) {
    if (operator.outputs.some((number) => needed.has(number))) convertOperator(graph, operator);
  }
  const outputs = outputNumbers.map(([name, number]): OnnxValue => {
    if (model.inputs.includes(number) || graph.isConstant(number) || graph.readChannelsLast(number) !== name) {
      throw new VigilError(
        'model-invalid',
        `Tensor ${number} cannot be the output "${name}": it is not computed, or is given out twice`,
      );
    }
    return { name, elementType: 'float32', shape: graph.tensor(number).shape };
  });
  return { name: options.name, nodes: graph.nodes, constants: graph.constants, inputs, outputs };
}

function neededTensors(model: TfliteModel, outputs: readonly number[]): ReadonlySet<number> {
  const needed = new Set(outputs);
  for (const operator of model.operators.toReversed()) {
    if (operator.outputs.some((number) => needed.has(number))) for (const input of operator.inputs) needed.add(input);
  }
  return needed;
}
