import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import { VigilError } from '@vigil/contracts';
import type { FeatureRecord } from '@vigil/detection';
import { writeFailure } from '../write-failure.ts';

const headBytes = 8;
const bufferBytes = 1 << 20;
/** No record is larger: a picture has at most a few thousand cells. */
const largestRecordBytes = 64 << 20;

/** Appends records to a file. A record is its length and CRC-32 (little endian, 4 bytes each) and its serialised form. */
export class FeatureSpoolWriter implements Disposable {
  readonly #path: string;
  readonly #file: number;
  #bytes: number;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;

  /**
   * @param path - file to write; what lies beyond `keepBytes` is cut off
   * @throws VigilError `not-writable`, `disk-full`
   */
  constructor(path: string, keepBytes: number) {
    this.#path = path;
    this.#bytes = keepBytes;
    try {
      this.#file = openSync(path, keepBytes === 0 ? 'w' : 'r+');
      if (keepBytes > 0) ftruncateSync(this.#file, keepBytes);
    } catch (cause) {
      throw writeFailure(path, cause);
    }
  }

  /** Adds a record; it may wait in memory until {@link flush}. */
  append(record: FeatureRecord): void {
    const body = serialize(record);
    const head = new DataView(new ArrayBuffer(headBytes));
    head.setUint32(0, body.length, true);
    head.setUint32(4, crc32(body), true);
    this.#waiting.push(new Uint8Array(head.buffer), body);
    this.#waitingBytes += headBytes + body.length;
    if (this.#waitingBytes > bufferBytes) this.flush();
  }

  /** Writes what waits and gives the length of the file in bytes. */
  flush(): number {
    const bytes = Buffer.concat(this.#waiting);
    this.#waiting = [];
    this.#waitingBytes = 0;
    try {
      for (let done = 0; done < bytes.length;)
        done += writeSync(this.#file, bytes, done, bytes.length - done, this.#bytes + done);
    } catch (cause) {
      throw writeFailure(this.#path, cause);
    }
    this.#bytes += bytes.length;
    return this.#bytes;
  }

  [Symbol.dispose](): void {
    closeSync(this.#file);
  }
}

/**
 * Reads the records of a spool, a megabyte at a time.
 *
 * @param endBytes - length that counts; what lies beyond is not read
 * @throws VigilError `internal` for a damaged spool
 */
export function* readFeatureSpool(path: string, endBytes: number): Generator<FeatureRecord> {
  for (const body of readBodies(path, endBytes)) yield deserialize(Buffer.from(body)) as FeatureRecord;
}

/** Number of records in a spool; null where it is damaged, too short or missing. */
export function countSpoolRecords(path: string, endBytes: number): number | null {
  let count = 0;
  try {
    for (const _ of readBodies(path, endBytes)) count += 1;
  } catch {
    return null;
  }
  return count;
}

/** The records as they are stored; each is valid until the next, so what is kept of it has to be copied. */
function* readBodies(path: string, endBytes: number): Generator<Buffer> {
  const file = openSync(path, 'r');
  try {
    if (fstatSync(file).size < endBytes) throw damaged(path);
    let buffer = Buffer.alloc(bufferBytes);
    let position = 0;
    let [start, end] = [0, 0];
    const need = (bytes: number): boolean => {
      if (end - start >= bytes) return true;
      if (bytes > buffer.length) buffer = Buffer.concat([buffer], bytes * 2);
      buffer.copyWithin(0, start, end);
      end -= start;
      start = 0;
      while (end < bytes && position < endBytes) {
        const got = readSync(file, buffer, end, Math.min(buffer.length - end, endBytes - position), position);
        if (got === 0) break;
        end += got;
        position += got;
      }
      return end >= bytes;
    };
    while (need(headBytes)) {
      const length = buffer.readUInt32LE(start);
      const check = buffer.readUInt32LE(start + 4);
      if (length > largestRecordBytes || !need(headBytes + length)) throw damaged(path);
      const body = buffer.subarray(start + headBytes, start + headBytes + length);
      if (crc32(body) !== check) throw damaged(path);
      start += headBytes + length;
      yield body;
    }
    if (end !== start) throw damaged(path);
  } finally {
    closeSync(file);
  }
}

function damaged(path: string): VigilError {
  return new VigilError('internal', `The intermediate file ${path} is damaged; delete it and run the analysis again`, { path });
}
