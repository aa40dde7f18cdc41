import type { ConversionGraph } from '../conversion-graph.ts';
import type { TfliteOperator } from '../tflite-model.ts';
import { convertDensify, convertDequantize } from './constant-operators.ts';
import { convertConvolution, convertDepthwiseConvolution } from './convolution.ts';
import { convertDepthToSpace, convertMaxPool, convertPad, convertResize } from './picture-operators.ts';
import { convertAdd, convertConcatenation, convertLogistic, convertReshape } from './tensor-operators.ts';

/** Adds to the graph what computes the outputs of one operator. */
export function convertOperator(graph: ConversionGraph, operator: TfliteOperator): void {
  const { operation } = operator;
  switch (operation.kind) {
    case 'CONV_2D':
      return convertConvolution(graph, operator, operation.window, operation.activation);
    case 'DEPTHWISE_CONV_2D':
      return convertDepthwiseConvolution(graph, operator, operation.window, operation.activation);
    case 'MAX_POOL_2D':
      return convertMaxPool(
        graph,
        operator,
        operation.window,
        { height: operation.filterHeight, width: operation.filterWidth },
        operation.activation,
      );
    case 'PAD':
      return convertPad(graph, operator);
    case 'RESIZE_BILINEAR':
      return convertResize(graph, operator, operation.alignCorners, operation.halfPixelCenters);
    case 'DEPTH_TO_SPACE':
      return convertDepthToSpace(graph, operator, operation.blockSize);
    case 'ADD':
      return convertAdd(graph, operator, operation.activation);
    case 'LOGISTIC':
      return convertLogistic(graph, operator);
    case 'CONCATENATION':
      return convertConcatenation(graph, operator, operation.axis, operation.activation);
    case 'RESHAPE':
      return convertReshape(graph, operator);
    case 'DEQUANTIZE':
      return convertDequantize(graph, operator);
    case 'DENSIFY':
      return convertDensify(graph, operator);
    default:
      return operation satisfies never;
  }
}
