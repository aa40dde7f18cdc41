import { VigilError } from '@vigil/contracts';
import type { OnnxAttribute, OnnxConstant, OnnxElementType, OnnxModel, OnnxNode, OnnxValue } from './onnx-model.ts';
import { ProtobufWriter } from './protobuf-writer.ts';

/** The operator set that the written graphs are for (domain ai.onnx). */
const operatorSetVersion = 17;

// Field numbers and enum values are those of onnx.proto, IR version 8.
const irVersion = 8;
const elementTypeNumbers: Readonly<Record<OnnxElementType, number>> = { float32: 1, uint8: 2, int8: 3, int32: 6, int64: 7 };
const attributeTypes = { float: 1, integer: 2, text: 3, integers: 7 } as const;
const protobufLimitBytes = 2 ** 31 - 1;

/**
 * The graph as the bytes of an ONNX file.
 *
 * @throws VigilError `model-invalid` where the file would pass protobuf's limit of 2 GiB
 */
export function writeOnnx(model: OnnxModel): Uint8Array<ArrayBuffer> {
  const graph = new ProtobufWriter();
  for (const node of model.nodes) graph.message(1, writeNode(node));
  graph.text(2, model.name);
  for (const constant of model.constants) graph.message(5, writeConstant(constant));
  for (const input of model.inputs) graph.message(11, writeValue(input));
  for (const output of model.outputs) graph.message(12, writeValue(output));
  if (graph.sizeBytes > protobufLimitBytes) {
    throw new VigilError(
      'model-invalid',
      `The converted model has ${graph.sizeBytes} bytes; an ONNX file holds at most ${protobufLimitBytes}`,
    );
  }
  return new ProtobufWriter()
    .integer(1, irVersion)
    .text(2, 'vigil')
    .message(7, graph)
    .message(8, new ProtobufWriter().text(1, '').integer(2, operatorSetVersion))
    .finish();
}

function writeNode(node: OnnxNode): ProtobufWriter {
  const message = new ProtobufWriter();
  for (const input of node.inputs) message.text(1, input);
  for (const output of node.outputs) message.text(2, output);
  message.text(3, `${node.operator}:${node.outputs[0]}`).text(4, node.operator);
  for (const [name, value] of Object.entries(node.attributes)) message.message(5, writeAttribute(name, value));
  return message;
}

function writeAttribute(name: string, value: OnnxAttribute): ProtobufWriter {
  const message = new ProtobufWriter().text(1, name);
  if (typeof value === 'number') return message.integer(3, value).integer(20, attributeTypes.integer);
  if (typeof value === 'string') return message.text(4, value).integer(20, attributeTypes.text);
  if ('float' in value) return message.float(2, value.float).integer(20, attributeTypes.float);
  for (const element of value) message.integer(8, element);
  return message.integer(20, attributeTypes.integers);
}

function writeConstant(constant: OnnxConstant): ProtobufWriter {
  const message = new ProtobufWriter();
  for (const size of constant.shape) message.integer(1, size);
  return message.integer(2, elementTypeNumbers[constant.elementType]).text(8, constant.name).bytes(9, constant.data);
}

function writeValue(value: OnnxValue): ProtobufWriter {
  const shape = new ProtobufWriter();
  for (const size of value.shape) shape.message(1, new ProtobufWriter().integer(1, size));
  const tensor = new ProtobufWriter().integer(1, elementTypeNumbers[value.elementType]).message(2, shape);
  return new ProtobufWriter().text(1, value.name).message(2, new ProtobufWriter().message(1, tensor));
}
