/** Writes one protobuf message. Byte fields are kept as references until `finish`, so that weights are copied once. */
export class ProtobufWriter {
  readonly #parts: Uint8Array[] = [];
  #sizeBytes = 0;

  /** Size of the message so far. */
  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  /** An integer field (int32, int64, enum); must be within the safe integers. */
  integer(field: number, value: number): this {
    this.#tag(field, 0);
    this.#varint(BigInt.asUintN(64, BigInt(value)));
    return this;
  }

  /** A 32-bit floating point field. */
  float(field: number, value: number): this {
    this.#tag(field, 5);
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setFloat32(0, value, true);
    this.#push(bytes);
    return this;
  }

  /** A field of bytes. */
  bytes(field: number, value: Uint8Array): this {
    this.#tag(field, 2);
    this.#varint(BigInt(value.byteLength));
    this.#push(value);
    return this;
  }

  /** A UTF-8 string field. */
  text(field: number, value: string): this {
    return this.bytes(field, new TextEncoder().encode(value));
  }

  /** A field that holds another message. */
  message(field: number, value: ProtobufWriter): this {
    this.#tag(field, 2);
    this.#varint(BigInt(value.#sizeBytes));
    for (const part of value.#parts) this.#push(part);
    return this;
  }

  /** The bytes of the message. */
  finish(): Uint8Array<ArrayBuffer> {
    const whole = new Uint8Array(this.#sizeBytes);
    let position = 0;
    for (const part of this.#parts) {
      whole.set(part, position);
      position += part.byteLength;
    }
    return whole;
  }

  #tag(field: number, wireType: number): void {
    this.#varint(BigInt(field * 8 + wireType));
  }

  #varint(value: bigint): void {
    const bytes: number[] = [];
    for (let rest = value; ; rest >>= 7n) {
      const low = Number(rest & 127n);
      if (rest < 128n) {
        bytes.push(low);
        break;
      }
      bytes.push(low | 128);
    }
    this.#push(Uint8Array.from(bytes));
  }

  #push(bytes: Uint8Array): void {
    this.#parts.push(bytes);
    this.#sizeBytes += bytes.byteLength;
  }
}
