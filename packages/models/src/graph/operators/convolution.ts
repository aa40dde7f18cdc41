import { VigilError } from '@vigil/contracts';
import { transpose } from '../constant-tensor.ts';
import type { ConversionGraph } from '../conversion-graph.ts';
import type { TfliteActivation, TfliteOperator, TfliteWindow } from '../tflite-model.ts';
import { borderPadding } from './border-padding.ts';

/** CONV_2D, weights `[out, height, width, in]`. */
export function convertConvolution(
  graph: ConversionGraph,
  operator: TfliteOperator,
  window: TfliteWindow,
  activation: TfliteActivation,
): void {
  convolve(graph, operator, window, activation, [0, 3, 1, 2], () => 1);
}

/** DEPTHWISE_CONV_2D, weights `[1, height, width, channels × multiplier]`: a convolution with as many groups as input channels. */
export function convertDepthwiseConvolution(
  graph: ConversionGraph,
  operator: TfliteOperator,
  window: TfliteWindow,
  activation: TfliteActivation,
): void {
  convolve(graph, operator, window, activation, [3, 0, 1, 2], (inputChannels) => inputChannels);
}

function convolve(
  graph: ConversionGraph,
  operator: TfliteOperator,
  window: TfliteWindow,
  activation: TfliteActivation,
  weightOrder: readonly number[],
  groupsOf: (inputChannels: number) => number,
): void {
  const [input, weightNumber, biasNumber] = operator.inputs;
  const [output] = operator.outputs;
  const picture = graph.picture(input);
  const stored = graph.constant(weightNumber);
  if (stored.elementType !== 'float32' || stored.shape.length !== 4) {
    throw new VigilError(
      'model-invalid',
      `A convolution of the model has ${stored.elementType} weights [${stored.shape.join(', ')}]; the converter knows float32 in four dimensions`,
    );
  }
  const weights = transpose(stored, weightOrder);
  const [kernelHeight, kernelWidth] = [weights.shape[2], weights.shape[3]];
  const inputs = [graph.read(input), graph.addConstant('float32', weights.shape, weights.data)];
  if (biasNumber !== undefined && biasNumber >= 0) {
    const bias = graph.constant(biasNumber);
    inputs.push(graph.addConstant('float32', bias.shape, bias.data));
  }
  graph.addActivated('Conv', inputs, output, activation, {
    group: groupsOf(picture.channels),
    kernel_shape: [kernelHeight, kernelWidth],
    strides: [window.strideHeight, window.strideWidth],
    dilations: [window.dilationHeight, window.dilationWidth],
    pads: borderPadding(picture, kernelHeight, kernelWidth, window),
  });
}
