import { VigilError } from '@vigil/contracts';
import type { ConversionGraph } from '../conversion-graph.ts';
import { densify } from '../densify.ts';
import { floatsOfHalves } from '../half-float.ts';
import type { TfliteOperator } from '../tflite-model.ts';

/** Weights of more bytes than this in one tensor are taken for a damaged file. */
const constantLimitBytes = 2 ** 30;

/** DEQUANTIZE of a float16 constant: done when the model is converted. */
export function convertDequantize(graph: ConversionGraph, operator: TfliteOperator): void {
  const constant = graph.constant(operator.inputs[0]);
  if (constant.elementType !== 'float16') {
    throw new VigilError(
      'model-invalid',
      `The model dequantizes a constant of type ${constant.elementType}; the converter knows float16`,
    );
  }
  const floats = floatsOfHalves(new Uint16Array(constant.data.slice().buffer));
  graph.defineConstant(operator.outputs[0], {
    elementType: 'float32',
    shape: constant.shape,
    data: new Uint8Array(floats.buffer),
  });
}

/** DENSIFY of a sparse constant: done when the model is converted. */
export function convertDensify(graph: ConversionGraph, operator: TfliteOperator): void {
  const { name, shape, elementType, data, sparsity } = graph.tensor(operator.inputs[0]);
  if (data === undefined || sparsity === undefined || (elementType !== 'float16' && elementType !== 'float32')) {
    throw new VigilError('model-invalid', `Tensor ${name} must be a sparse constant of type float16 or float32`);
  }
  const elementBytes = elementType === 'float16' ? 2 : 4;
  const sizeBytes = shape.reduce((product, size) => product * size, elementBytes);
  if (sizeBytes > constantLimitBytes)
    throw new VigilError('model-invalid', `Constant ${name} needs ${sizeBytes} bytes; the limit is ${constantLimitBytes}`);
  graph.defineConstant(operator.outputs[0], { elementType, shape, data: densify(data, elementBytes, shape, sparsity) });
}
