import { VigilError } from '@vigil/contracts';
import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { decodeColumn, surpriseForm, timeForm } from './column-code.ts';
import type { FootageGap } from './footage-gaps.ts';
import type { TimelineColumns } from './timeline-columns.ts';
import {
  chunkEntries,
  mostHeadBytes,
  pairBytes,
  prefixBytes,
  type TimelineHead,
  timelineHeadSchema,
  timelineMark,
} from './timeline-format.ts';

const decompress = promisify(inflate);
/** Gaps that are read at once. */
const gapsAtOnce = 512;

/** Bytes that can be read in parts. */
export interface ByteSource {
  readonly sizeBytes: number;
  /** So many bytes from a place on, which lie within the size. */
  read(start: number, length: number): Promise<Uint8Array>;
}

/** Chunks of a level that follow each other. */
export interface ChunkRange {
  readonly first: number;
  /** The one behind the last. */
  readonly end: number;
}

/** Reads parts of a timeline's file, as {@link TimelineHead} describes it. */
export class TimelineFile {
  readonly head: TimelineHead;
  readonly #source: ByteSource;
  /** Where the head ends. */
  readonly #bodyAt: number;

  private constructor(source: ByteSource, head: TimelineHead, bodyAt: number) {
    this.#source = source;
    this.head = head;
    this.#bodyAt = bodyAt;
  }

  /** Reads the head. @throws VigilError `file-unreadable` where the bytes are damaged, cut off, or no timeline */
  static async open(source: ByteSource): Promise<TimelineFile> {
    if (source.sizeBytes < prefixBytes) throw damaged('it is too short');
    const prefix = Buffer.from(await source.read(0, prefixBytes));
    const headBytes = prefix.readUInt32LE(4);
    if (!prefix.subarray(0, 4).equals(timelineMark)) throw damaged('it does not begin as one');
    const bodyAt = prefixBytes + headBytes;
    if (headBytes > mostHeadBytes || bodyAt > source.sizeBytes) throw damaged('its head is cut off');
    const head = headOf(await source.read(prefixBytes, headBytes));
    if (bodyAt + head.bodyBytes !== source.sizeBytes)
      throw damaged(`it has ${source.sizeBytes} bytes in place of ${bodyAt + head.bodyBytes}`);
    return new TimelineFile(source, head, bodyAt);
  }

  /** The chunks of a level with all entries that stand for some of a span, both ends included; found without reading the others. */
  async chunksWithin(level: number, startSeconds: number, endSeconds: number): Promise<ChunkRange> {
    // a stretch that reaches into the span may have its entry outside of it
    const widthSeconds = this.head.levels[level].widthMs / 1000;
    const first = await this.#firstChunkAfter(level, startSeconds - widthSeconds, false);
    return { first: Math.max(0, first - 1), end: await this.#firstChunkAfter(level, endSeconds + widthSeconds, true) };
  }

  /** The entries of some chunks. @throws VigilError `file-unreadable` where they are damaged */
  async read(level: number, { first, end }: ChunkRange): Promise<TimelineColumns> {
    const laneCount = this.head.modalities.length + 1;
    const parts: TimelineColumns[] = [];
    if (end > first) {
      const index = await this.#pairs(this.head.levels[level].indexAt + first * pairBytes, end - first + 1);
      const [from, to] = [index[0][1], index[index.length - 1][1]];
      const bytes = await this.#body(from, to - from);
      for (const [chunk, [, at]] of index.slice(0, -1).entries())
        parts.push(await decodeChunk(bytes.subarray(at - from, index[chunk + 1][1] - from), laneCount));
    }
    return {
      seconds: joined(parts.map(({ seconds }) => seconds)),
      lanes: Array.from({ length: laneCount }, (_, lane) => joined(parts.map(({ lanes }) => lanes[lane]))),
    };
  }

  /** Gaps of the footage that are at least so long and reach into a span; those in between are gone over without being kept. */
  async gapsWithin(startSeconds: number, endSeconds: number, leastSeconds: number): Promise<FootageGap[]> {
    const found: FootageGap[] = [];
    const { gapCount } = this.head;
    for (let first = 0; first < gapCount; first += gapsAtOnce) {
      for (const [start, end] of await this.#pairs(first * pairBytes, Math.min(gapsAtOnce, gapCount - first))) {
        if (start >= endSeconds) return found;
        if (end > startSeconds && end - start >= leastSeconds) found.push({ startSeconds: start, endSeconds: end });
      }
    }
    return found;
  }

  /** Number of the first chunk that begins after a moment, or at it where `isStrict` is false. */
  async #firstChunkAfter(level: number, seconds: number, isStrict: boolean): Promise<number> {
    const { indexAt, chunkCount } = this.head.levels[level];
    let [low, high] = [0, chunkCount];
    while (low < high) {
      const middle = (low + high) >> 1;
      const [[begins]] = await this.#pairs(indexAt + middle * pairBytes, 1);
      if (isStrict ? begins > seconds : begins >= seconds) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  async #pairs(at: number, count: number): Promise<[number, number][]> {
    const bytes = Buffer.from(await this.#body(at, count * pairBytes));
    return Array.from({ length: count }, (_, pair) => [
      bytes.readDoubleLE(pair * pairBytes),
      bytes.readDoubleLE(pair * pairBytes + 8),
    ]);
  }

  async #body(at: number, length: number): Promise<Uint8Array> {
    const isWithin = Number.isSafeInteger(at) && at >= 0 && length >= 0 && at + length <= this.head.bodyBytes;
    if (!isWithin) throw damaged('it points beyond its end');
    return await this.#source.read(this.#bodyAt + at, length);
  }
}

function headOf(bytes: Uint8Array): TimelineHead {
  try {
    return timelineHeadSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch (cause) {
    throw damaged('its head cannot be read', cause);
  }
}

async function decodeChunk(bytes: Uint8Array, laneCount: number): Promise<TimelineColumns> {
  try {
    const mostBytes = 4 + (laneCount + 1) * (1 + 8 * chunkEntries);
    let rest: Uint8Array = await decompress(bytes, { maxOutputLength: mostBytes });
    const count = new DataView(rest.buffer, rest.byteOffset).getUint32(0, true);
    rest = rest.subarray(4);
    const columns = Array.from({ length: laneCount + 1 }, (_, column) => {
      const { values, sizeBytes } = decodeColumn(rest, count, column === 0 ? timeForm : surpriseForm);
      rest = rest.subarray(sizeBytes);
      return values;
    });
    return { seconds: columns[0], lanes: columns.slice(1) };
  } catch (cause) {
    throw damaged('a part of it cannot be unpacked', cause);
  }
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function damaged(why: string, cause?: unknown): VigilError {
  return new VigilError('file-unreadable', `The timeline is damaged: ${why}; analyse the video again`, {}, cause);
}
