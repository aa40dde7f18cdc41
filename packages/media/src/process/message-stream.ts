/** Bytes of the two lengths in front of every message. */
const prefixBytes = 8;
/** A message header longer than this is a broken stream, not a message. */
const maximumHeaderBytes = 1 << 20;
/** Data of a message at most, in bytes: more than the colour copy of the largest picture. */
const maximumDataBytes = 1 << 28;

/** A message between a media process and its parent: a small JSON header and raw bytes (pictures), which may be empty. */
export interface Message<Header> {
  readonly header: Header;
  readonly data: Uint8Array;
}

/**
 * The bytes of a message: header length and data length as unsigned 32-bit little-endian numbers, then the header as JSON in
 * UTF-8. The data follows as they are, so that pictures are never copied.
 */
export function encodeHeader(header: object, dataBytes: number): Buffer {
  const json = Buffer.from(JSON.stringify(header));
  const bytes = Buffer.allocUnsafe(prefixBytes + json.length);
  bytes.writeUInt32LE(json.length, 0);
  bytes.writeUInt32LE(dataBytes, 4);
  json.copy(bytes, prefixBytes);
  return bytes;
}

/** Cuts a byte stream into messages; every message's data is a buffer of its own. */
export class MessageReader<Header> {
  readonly #onMessage: (message: Message<Header>) => void;
  readonly #prefix = Buffer.alloc(prefixBytes);
  #body: Buffer | null = null;
  #headerBytes = 0;
  #filled = 0;

  constructor(onMessage: (message: Message<Header>) => void) {
    this.#onMessage = onMessage;
  }

  /** Takes the next bytes of the stream. Throws a `RangeError` or `SyntaxError` on bytes that are no message. */
  push(chunk: Buffer): void {
    let offset = 0;
    while (offset < chunk.length) {
      const target = this.#body ?? this.#prefix;
      const count = chunk.copy(target, this.#filled, offset, offset + target.length - this.#filled);
      this.#filled += count;
      offset += count;
      if (this.#filled < target.length) continue;
      this.#filled = 0;
      if (this.#body === null) this.#startBody();
      else this.#deliver(this.#body);
    }
  }

  #startBody(): void {
    this.#headerBytes = this.#prefix.readUInt32LE(0);
    const dataBytes = this.#prefix.readUInt32LE(4);
    if (this.#headerBytes > maximumHeaderBytes || dataBytes > maximumDataBytes) {
      throw new RangeError(`message of ${this.#headerBytes} and ${dataBytes} bytes`);
    }
    // Not from the shared pool: a picture keeps its memory for as long as its user does.
    this.#body = Buffer.allocUnsafeSlow(this.#headerBytes + dataBytes);
  }

  #deliver(body: Buffer): void {
    this.#body = null;
    const header = JSON.parse(body.toString('utf8', 0, this.#headerBytes)) as Header;
    this.#onMessage({
      header,
      data: new Uint8Array(body.buffer, body.byteOffset + this.#headerBytes, body.length - this.#headerBytes),
    });
  }
}
