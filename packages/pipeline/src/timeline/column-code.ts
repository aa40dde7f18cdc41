/** Steps that stand for no value. */
const nothing = -(2 ** 31);
const kinds = { steps: 0, doubles: 1 } as const;

/** How a column is written. */
export interface ColumnForm {
  /** Values that are whole multiples of one over this are kept in 32 bits; where one is not, all of the column in 64. */
  readonly stepsPerUnit: number;
  /** Whether a value is written as its distance from the one before. */
  readonly isDifference: boolean;
}

/** Times are rounded to milliseconds. */
export const timeForm: ColumnForm = { stepsPerUnit: 1000, isDifference: true };
/** Surprise is rounded to ten-thousandths. */
export const surpriseForm: ColumnForm = { stepsPerUnit: 10_000, isDifference: false };

/**
 * A column as bytes. The first one says what follows: 0 for steps as signed 32-bit numbers, −2³¹ for no value, in four planes (the
 * lowest byte of each, the next of each, …), which compresses well; 1 for 64-bit floating point, little-endian, NaN for no value.
 */
export function encodeColumn(values: Float64Array, form: ColumnForm): Uint8Array {
  const count = values.length;
  const steps = stepsOf(values, form.stepsPerUnit);
  if (steps === null) {
    const bytes = new Uint8Array(1 + 8 * count);
    bytes[0] = kinds.doubles;
    const view = new DataView(bytes.buffer);
    for (let entry = 0; entry < count; entry += 1) view.setFloat64(1 + 8 * entry, values[entry], true);
    return bytes;
  }
  const bytes = new Uint8Array(1 + 4 * count);
  bytes[0] = kinds.steps;
  let before = 0;
  for (let entry = 0; entry < count; entry += 1) {
    const step = steps[entry];
    const written = form.isDifference ? (step - before) | 0 : step;
    before = step;
    for (let plane = 0; plane < 4; plane += 1) bytes[1 + plane * count + entry] = (written >>> (8 * plane)) & 255;
  }
  return bytes;
}

/** Reads a column of `count` values from the start of some bytes. @throws RangeError where it is not there as a whole */
export function decodeColumn(
  bytes: Uint8Array,
  count: number,
  form: ColumnForm,
): { readonly values: Float64Array; readonly sizeBytes: number } {
  const isDoubles = bytes[0] === kinds.doubles;
  const sizeBytes = 1 + (isDoubles ? 8 : 4) * count;
  if (bytes.length < sizeBytes || (!isDoubles && bytes[0] !== kinds.steps)) throw new RangeError('a column is cut off');
  const values = new Float64Array(count);
  if (isDoubles) {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let entry = 0; entry < count; entry += 1) values[entry] = view.getFloat64(1 + 8 * entry, true);
    return { values, sizeBytes };
  }
  let before = 0;
  for (let entry = 0; entry < count; entry += 1) {
    const at = 1 + entry;
    const written = bytes[at] | (bytes[at + count] << 8) | (bytes[at + 2 * count] << 16) | (bytes[at + 3 * count] << 24);
    const step = form.isDifference ? (before + written) | 0 : written;
    before = step;
    values[entry] = step === nothing ? Number.NaN : step / form.stepsPerUnit;
  }
  return { values, sizeBytes };
}

/** The values as whole steps; null where one is none. */
function stepsOf(values: Float64Array, stepsPerUnit: number): Int32Array | null {
  const steps = new Int32Array(values.length);
  for (let entry = 0; entry < values.length; entry += 1) {
    const value = values[entry];
    const step = Number.isNaN(value) ? nothing : Math.round(value * stepsPerUnit);
    if (!Number.isNaN(value) && (Math.abs(step) >= 2 ** 31 || step / stepsPerUnit !== value)) return null;
    steps[entry] = step;
  }
  return steps;
}
