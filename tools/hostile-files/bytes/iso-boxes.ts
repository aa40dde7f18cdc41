/** Bytes of a box's size and type. */
const boxHeaderBytes = 8;

/** Where each box of a type starts: position of its size field. Looks for the type's four letters, wherever they are. */
export function boxPositions(bytes: Buffer, type: string): number[] {
  const positions: number[] = [];
  for (let at = bytes.indexOf(type, 4, 'latin1'); at >= 0; at = bytes.indexOf(type, at + 4, 'latin1')) positions.push(at - 4);
  return positions;
}

/** A box (ISO/IEC 14496-12, 4.2) of a type with contents. */
export function isoBox(type: string, ...contents: readonly (Uint8Array | string)[]): Buffer {
  const body = Buffer.concat(contents.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
  const header = Buffer.alloc(boxHeaderBytes);
  header.writeUInt32BE(boxHeaderBytes + body.length, 0);
  header.write(type, 4, 'latin1');
  return Buffer.concat([header, body]);
}

/** 32-bit big-endian numbers. */
export function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => bytes.writeUInt32BE(value >>> 0, 4 * index));
  return bytes;
}

/** A change of one 32-bit field of every box of a type. `offset` counts from the box's start. */
export interface FieldEdit {
  readonly box: string;
  readonly offset: number;
  readonly value: number;
  readonly what: string;
}

/** The bytes with one field of every box of a type changed. */
export function withField(bytes: Buffer, edit: FieldEdit): Buffer {
  for (const position of boxPositions(bytes, edit.box)) {
    if (position + edit.offset + 4 <= bytes.length) bytes.writeUInt32BE(edit.value >>> 0, position + edit.offset);
  }
  return bytes;
}

/** Puts bytes at the end of the first box of a type and lets all boxes around it grow. `path` goes from the outermost box to it. */
export function appendToBox(bytes: Buffer, path: readonly string[], addition: Uint8Array): Buffer {
  let from = 0;
  const starts = path.map((type) => {
    const start = bytes.indexOf(type, from, 'latin1') - 4;
    from = start + boxHeaderBytes;
    return start;
  });
  const last = starts[starts.length - 1];
  const end = last + bytes.readUInt32BE(last);
  for (const start of starts) bytes.writeUInt32BE(bytes.readUInt32BE(start) + addition.length, start);
  return Buffer.concat([bytes.subarray(0, end), addition, bytes.subarray(end)]);
}
