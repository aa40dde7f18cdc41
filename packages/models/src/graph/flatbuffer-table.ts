import { VigilError } from '@vigil/contracts';

/** One table of a flatbuffer. Every read is checked against the end of the file; a field is named by its vtable slot, 4 + 2 × its number. */
export class FlatbufferTable {
  readonly #view: DataView;
  readonly #position: number;
  readonly #vtable: number;
  readonly #vtableSize: number;

  private constructor(view: DataView, position: number) {
    this.#view = view;
    this.#position = position;
    this.#vtable = position - view.getInt32(need(view, position, 4), true);
    this.#vtableSize = view.getUint16(need(view, this.#vtable, 4), true);
    need(view, this.#vtable, this.#vtableSize);
  }

  /**
   * The root table of a file whose bytes 4 to 8 must be `identifier`.
   *
   * @throws VigilError `model-invalid` where the identifier is another or an offset leaves the file
   */
  static root(bytes: Uint8Array, identifier: string): FlatbufferTable {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    need(view, 0, 8);
    const found = String.fromCharCode(...bytes.subarray(4, 8));
    if (found !== identifier) {
      throw new VigilError(
        'model-invalid',
        `The file is not a ${identifier} flatbuffer: its identifier is ${JSON.stringify(found)}`,
        { found },
      );
    }
    return new FlatbufferTable(view, view.getUint32(0, true));
  }

  /** True where the field is stored. */
  has(slot: number): boolean {
    return this.#field(slot) !== undefined;
  }

  /** A signed 8-bit field. */
  int8(slot: number, fallback = 0): number {
    const at = this.#field(slot);
    return at === undefined ? fallback : this.#view.getInt8(need(this.#view, at, 1));
  }

  /** An unsigned 8-bit field. */
  uint8(slot: number, fallback = 0): number {
    const at = this.#field(slot);
    return at === undefined ? fallback : this.#view.getUint8(need(this.#view, at, 1));
  }

  /** A signed 32-bit field. */
  int32(slot: number, fallback = 0): number {
    const at = this.#field(slot);
    return at === undefined ? fallback : this.#view.getInt32(need(this.#view, at, 4), true);
  }

  /** An unsigned 32-bit field. */
  uint32(slot: number, fallback = 0): number {
    const at = this.#field(slot);
    return at === undefined ? fallback : this.#view.getUint32(need(this.#view, at, 4), true);
  }

  /** A table that this one refers to. */
  table(slot: number): FlatbufferTable | undefined {
    const at = this.#field(slot);
    return at === undefined ? undefined : new FlatbufferTable(this.#view, this.#follow(at));
  }

  /** A vector of tables; empty where the field is absent. */
  tables(slot: number): FlatbufferTable[] {
    const { start, length } = this.#vector(slot, 4);
    return Array.from({ length }, (_, index) => new FlatbufferTable(this.#view, this.#follow(start + 4 * index)));
  }

  /** A vector of signed 32-bit numbers; empty where the field is absent. */
  int32s(slot: number): number[] {
    const { start, length } = this.#vector(slot, 4);
    return Array.from({ length }, (_, index) => this.#view.getInt32(start + 4 * index, true));
  }

  /** A vector of unsigned 16-bit numbers; empty where the field is absent. */
  uint16s(slot: number): number[] {
    const { start, length } = this.#vector(slot, 2);
    return Array.from({ length }, (_, index) => this.#view.getUint16(start + 2 * index, true));
  }

  /** A vector of bytes, as a view on the file; empty where the field is absent. */
  bytes(slot: number): Uint8Array {
    const { start, length } = this.#vector(slot, 1);
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + start, length);
  }

  /** A UTF-8 string; empty where the field is absent. */
  text(slot: number): string {
    return new TextDecoder().decode(this.bytes(slot));
  }

  #field(slot: number): number | undefined {
    if (slot + 2 > this.#vtableSize) return undefined;
    const offset = this.#view.getUint16(this.#vtable + slot, true);
    return offset === 0 ? undefined : this.#position + offset;
  }

  #follow(at: number): number {
    return at + this.#view.getUint32(need(this.#view, at, 4), true);
  }

  #vector(slot: number, elementBytes: number): { start: number; length: number } {
    const at = this.#field(slot);
    if (at === undefined) return { start: 0, length: 0 };
    const head = this.#follow(at);
    const length = this.#view.getUint32(need(this.#view, head, 4), true);
    need(this.#view, head + 4, length * elementBytes);
    return { start: head + 4, length };
  }
}

function need(view: DataView, position: number, sizeBytes: number): number {
  if (position < 0 || position + sizeBytes > view.byteLength) {
    throw new VigilError(
      'model-invalid',
      `The model file is cut short or damaged: it has ${view.byteLength} bytes and refers to bytes ${position} to ${position + sizeBytes}`,
      { sizeBytes: view.byteLength, position },
    );
  }
  return position;
}
