import { VigilError } from '@vigil/contracts';
import { type ConversionGraph, toChannelsFirst } from '../conversion-graph.ts';
import type { TfliteActivation, TfliteOperator } from '../tflite-model.ts';

/** ADD with the broadcasting of tflite, which aligns shapes at their last dimension. */
export function convertAdd(graph: ConversionGraph, operator: TfliteOperator, activation: TfliteActivation): void {
  const [output] = operator.outputs;
  const rank = graph.tensor(output).shape.length;
  for (const input of operator.inputs) {
    if (!graph.isConstant(input) && graph.tensor(input).shape.length !== rank) {
      throw new VigilError(
        'model-invalid',
        `An ADD operator of the model joins computed tensors of ${graph.tensor(input).shape.length} and ${rank} dimensions`,
      );
    }
  }
  graph.addActivated(
    'Add',
    operator.inputs.map((input) => graph.readOperand(input, rank)),
    output,
    activation,
  );
}

/** LOGISTIC, 1 / (1 + e^−x). */
export function convertLogistic(graph: ConversionGraph, operator: TfliteOperator): void {
  graph.add('Sigmoid', [graph.read(operator.inputs[0])], graph.define(operator.outputs[0]));
}

/** CONCATENATION along an axis; a negative axis counts from the end. */
export function convertConcatenation(
  graph: ConversionGraph,
  operator: TfliteOperator,
  axis: number,
  activation: TfliteActivation,
): void {
  const [output] = operator.outputs;
  const rank = graph.tensor(output).shape.length;
  const positive = axis < 0 ? axis + rank : axis;
  if (positive < 0 || positive >= rank)
    throw new VigilError('model-invalid', `A CONCATENATION of the model has axis ${axis} in ${rank} dimensions`);
  const inner = rank === 4 ? toChannelsFirst.indexOf(positive) : positive;
  graph.addActivated(
    'Concat',
    operator.inputs.map((input) => graph.readOperand(input, rank)),
    output,
    activation,
    { axis: inner },
  );
}

/** RESHAPE to the shape of its output, in the element order of tflite. */
export function convertReshape(graph: ConversionGraph, operator: TfliteOperator): void {
  const [output] = operator.outputs;
  const { shape } = graph.tensor(output);
  const input = graph.readChannelsLast(operator.inputs[0]);
  const target = graph.addNumbers('int64', shape);
  graph.add('Reshape', [input, target], shape.length === 4 ? graph.defineChannelsLast(output) : graph.define(output));
}
