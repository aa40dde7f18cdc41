import { VigilError } from '@vigil/contracts';
import { FlatbufferTable } from './flatbuffer-table.ts';
import type {
  TfliteElementType,
  TfliteModel,
  TfliteOperator,
  TfliteSparseLevel,
  TfliteSparsity,
  TfliteTensor,
} from './tflite-model.ts';
import { readOperation } from './tflite-operation.ts';

const elementTypes: Readonly<Record<number, TfliteElementType>> = {
  0: 'float32',
  1: 'float16',
  2: 'int32',
  3: 'uint8',
  4: 'int64',
  6: 'bool',
  7: 'int16',
  9: 'int8',
};

/**
 * Reads a tflite file with one graph. Constants are views on `bytes`.
 *
 * @throws VigilError `model-invalid` where the bytes are not such a file, are damaged, or use what the converter does not know
 */
export function readTflite(bytes: Uint8Array): TfliteModel {
  const model = FlatbufferTable.root(bytes, 'TFL3');
  const graphs = model.tables(8);
  if (graphs.length !== 1)
    throw new VigilError('model-invalid', `The model has ${graphs.length} graphs; the converter reads one`, {
      graphs: graphs.length,
    });
  const graph = graphs[0];
  const buffers = model.tables(12).map((buffer) => buffer.bytes(4));
  const codes = model.tables(6).map(builtinCode);
  const tensors = graph.tables(4).map((tensor) => readTensor(tensor, buffers));
  return {
    tensors,
    operators: graph.tables(10).map((operator) => readOperator(operator, codes, tensors.length)),
    inputs: tensorNumbers(graph.int32s(6), tensors.length, 0),
    outputs: tensorNumbers(graph.int32s(8), tensors.length, 0),
  };
}

// Numbers below 127 stand in the old 8-bit field, which newer files keep beside the 32-bit one.
function builtinCode(code: FlatbufferTable): number {
  return Math.max(code.int8(4), code.int32(10));
}

function readTensor(table: FlatbufferTable, buffers: readonly Uint8Array[]): TfliteTensor {
  const name = table.text(10);
  const shape = table.int32s(4);
  const typeNumber = table.int8(6);
  const elementType = elementTypes[typeNumber];
  if (elementType === undefined)
    throw new VigilError(
      'model-invalid',
      `Tensor ${name} has element type number ${typeNumber}, which the converter does not know`,
    );
  if (shape.some((size) => size < 1))
    throw new VigilError('model-invalid', `Tensor ${name} has the shape [${shape.join(', ')}]; each size must be at least 1`);
  const buffer = buffers[table.uint32(8)];
  if (buffer === undefined)
    throw new VigilError('model-invalid', `Tensor ${name} refers to buffer ${table.uint32(8)} of ${buffers.length}`);
  const sparsity = table.table(16);
  return {
    name,
    shape,
    elementType,
    data: buffer.byteLength === 0 ? undefined : buffer,
    sparsity: sparsity === undefined ? undefined : readSparsity(sparsity),
  };
}

function readSparsity(table: FlatbufferTable): TfliteSparsity {
  return { traversalOrder: table.int32s(4), blockMap: table.int32s(6), levels: table.tables(8).map(readSparseLevel) };
}

function readSparseLevel(table: FlatbufferTable): TfliteSparseLevel {
  if (table.int8(4) === 0) return { kind: 'dense', size: table.int32(6) };
  return { kind: 'compressed', segments: readIndices(table, 8), indices: readIndices(table, 12) };
}

function readIndices(table: FlatbufferTable, typeSlot: number): number[] {
  const vector = table.table(typeSlot + 2);
  const width = table.uint8(typeSlot);
  if (vector === undefined) return [];
  if (width === 1) return vector.int32s(4);
  if (width === 2) return vector.uint16s(4);
  if (width === 3) return Array.from(vector.bytes(4));
  throw new VigilError('model-invalid', `A sparse constant has index type ${width}; the converter knows 1 to 3`);
}

function readOperator(table: FlatbufferTable, codes: readonly number[], tensorCount: number): TfliteOperator {
  const code = codes[table.uint32(4)];
  if (code === undefined)
    throw new VigilError('model-invalid', `An operator refers to operator code ${table.uint32(4)} of ${codes.length}`);
  return {
    operation: readOperation(code, table.table(12)),
    inputs: tensorNumbers(table.int32s(6), tensorCount, -1),
    outputs: tensorNumbers(table.int32s(8), tensorCount, 0),
  };
}

function tensorNumbers(numbers: number[], tensorCount: number, least: number): number[] {
  for (const number of numbers) {
    if (number < least || number >= tensorCount)
      throw new VigilError('model-invalid', `The graph refers to tensor ${number} of ${tensorCount}`);
  }
  return numbers;
}
