import { readFileSync } from 'node:fs';

/** The typed arrays that {@link readNpy} gives; half precision is widened to `Float32Array`. */
export type NpyData =
  Float32Array | Float64Array | Int8Array | Int16Array | Int32Array | BigInt64Array | Uint8Array | Uint16Array | Uint32Array;

/** An array of a `.npy` file, C order (the last index runs fastest). */
export interface NpyArray<Data extends NpyData = NpyData> {
  readonly shape: readonly number[];
  readonly data: Data;
}

/** Converts IEEE 754 half precision bits to the number they stand for. */
function numberOfHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** Reads the raw bytes of an array as elements of the type that a NumPy `descr` names. */
function elementsOf(descr: string, bytes: ArrayBuffer): NpyData {
  switch (descr) {
    case '<f2':
      return Float32Array.from(new Uint16Array(bytes), numberOfHalf);
    case '<f4':
      return new Float32Array(bytes);
    case '<f8':
      return new Float64Array(bytes);
    case '|i1':
      return new Int8Array(bytes);
    case '<i2':
      return new Int16Array(bytes);
    case '<i4':
      return new Int32Array(bytes);
    case '<i8':
      return new BigInt64Array(bytes);
    case '|u1':
    case '|b1':
      return new Uint8Array(bytes);
    case '<u2':
      return new Uint16Array(bytes);
    case '<u4':
      return new Uint32Array(bytes);
    default:
      throw new TypeError(`npy element type ${descr} is not read`);
  }
}

/** Decodes the bytes of a `.npy` file (NumPy format 1.0 to 3.0): little-endian, C order. */
export function decodeNpy(file: Uint8Array): NpyArray {
  if (Buffer.from(file.subarray(0, 6)).toString('latin1') !== '\u0093NUMPY') throw new TypeError('not an npy file');
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const wide = file[6] >= 2;
  const headerStart = wide ? 12 : 10;
  const headerLength = wide ? view.getUint32(8, true) : view.getUint16(8, true);
  const header = Buffer.from(file.subarray(headerStart, headerStart + headerLength)).toString('utf8');
  const descr = /'descr':\s*'([^']+)'/.exec(header)?.[1];
  const shapeText = /'shape':\s*\(([^)]*)\)/.exec(header)?.[1];
  if (descr === undefined || shapeText === undefined) throw new TypeError(`npy header is not understood: ${header}`);
  if (/'fortran_order':\s*True/.test(header)) throw new TypeError('npy arrays in Fortran order are not read');
  const shape = shapeText
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(Number);
  // `slice` of a Buffer would be a view of its whole pool: the elements need a buffer of their own, aligned to their size.
  const data = elementsOf(descr, new Uint8Array(file.subarray(headerStart + headerLength)).buffer);
  const expected = shape.reduce((product, size) => product * size, 1);
  if (data.length !== expected)
    throw new TypeError(`npy shape (${shapeText}) needs ${expected} elements, the file has ${data.length}`);
  return { shape, data };
}

/** Reads a `.npy` file of half or single precision floats. */
export function readFloatNpy(path: string): NpyArray<Float32Array> {
  const { shape, data } = decodeNpy(readFileSync(path));
  if (!(data instanceof Float32Array)) throw new TypeError(`${path} does not hold 16- or 32-bit floats`);
  return { shape, data };
}
