import { VigilError } from '@vigil/contracts';
import { integersOf } from '../constant-tensor.ts';
import { type ConversionGraph, toChannelsFirst } from '../conversion-graph.ts';
import type { TfliteActivation, TfliteOperator, TfliteWindow } from '../tflite-model.ts';
import { borderPadding } from './border-padding.ts';

/** MAX_POOL_2D. */
export function convertMaxPool(
  graph: ConversionGraph,
  operator: TfliteOperator,
  window: TfliteWindow,
  filter: { height: number; width: number },
  activation: TfliteActivation,
): void {
  const [input] = operator.inputs;
  graph.addActivated('MaxPool', [graph.read(input)], operator.outputs[0], activation, {
    kernel_shape: [filter.height, filter.width],
    strides: [window.strideHeight, window.strideWidth],
    pads: borderPadding(graph.picture(input), filter.height, filter.width, window),
  });
}

/** PAD with zeros; the amounts are a constant `[rank, 2]` of elements before and after. */
export function convertPad(graph: ConversionGraph, operator: TfliteOperator): void {
  const [input, amountsNumber] = operator.inputs;
  const rank = graph.tensor(input).shape.length;
  const amounts = integersOf(graph.constant(amountsNumber));
  if (amounts.length !== 2 * rank || amounts.some((amount) => amount < 0)) {
    throw new VigilError(
      'model-invalid',
      `A PAD operator of the model has the amounts [${amounts.join(', ')}] for ${rank} dimensions`,
    );
  }
  const order = rank === 4 ? toChannelsFirst : Array.from({ length: rank }, (_, dimension) => dimension);
  const pads = graph.addNumbers('int64', [
    ...order.map((dimension) => amounts[2 * dimension]),
    ...order.map((dimension) => amounts[2 * dimension + 1]),
  ]);
  graph.add('Pad', [graph.read(input), pads], graph.define(operator.outputs[0]), { mode: 'constant' });
}

/** RESIZE_BILINEAR to the constant `[height, width]`. */
export function convertResize(
  graph: ConversionGraph,
  operator: TfliteOperator,
  alignCorners: boolean,
  halfPixelCenters: boolean,
): void {
  const [input, sizeNumber] = operator.inputs;
  const { channels } = graph.picture(input);
  const [height, width] = integersOf(graph.constant(sizeNumber));
  const sizes = graph.addNumbers('int64', [graph.tensor(input).shape[0], channels, height, width]);
  graph.add('Resize', [graph.read(input), '', '', sizes], graph.define(operator.outputs[0]), {
    mode: 'linear',
    coordinate_transformation_mode: alignCorners ? 'align_corners' : halfPixelCenters ? 'half_pixel' : 'asymmetric',
  });
}

/** DEPTH_TO_SPACE: a block of pixels lies before the channels of a pixel in the depth, which ONNX calls DCR. */
export function convertDepthToSpace(graph: ConversionGraph, operator: TfliteOperator, blockSize: number): void {
  graph.picture(operator.inputs[0]);
  graph.add('DepthToSpace', [graph.read(operator.inputs[0])], graph.define(operator.outputs[0]), {
    blocksize: blockSize,
    mode: 'DCR',
  });
}
