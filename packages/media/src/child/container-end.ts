import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** What the outermost structure of a file says about its end. */
export interface ContainerEnd {
  /** Bytes that the structure promises beyond the end of the file; 0 where it ends as it should or does not tell. */
  readonly missingBytes: number;
  /** True for an MP4 or QuickTime file without `moov` or `moof`: nothing in it can be found. */
  readonly indexMissing: boolean;
}

/** A part of a file as its container delimits it: `end` may lie beyond the end of the file. */
interface Part {
  readonly type: string;
  readonly end: number;
}

/**
 * Follows the outermost parts of a file to its end: boxes of MP4 and QuickTime (ISO/IEC 14496-12, 4.2), the segment of Matroska
 * (RFC 9559, 4.5; sizes by RFC 8794, 4), RIFF chunks of AVI and WAVE. Other containers do not tell.
 */
export function readContainerEnd(file: string): ContainerEnd {
  const descriptor = openSync(file, 'r');
  try {
    const sizeBytes = fstatSync(descriptor).size;
    const head = readAt(descriptor, 0);
    const nextPart = partReader(head);
    if (nextPart === null) return { missingBytes: 0, indexMissing: false };
    const types = new Set<string>();
    let position = 0;
    while (position + 8 <= sizeBytes) {
      const part = nextPart(readAt(descriptor, position), position);
      if (part === null || part.end <= position) break;
      types.add(part.type);
      position = part.end;
    }
    const indexMissing = nextPart === isoBox && !types.has('moov') && !types.has('moof');
    return { missingBytes: Math.max(0, position - sizeBytes), indexMissing };
  } finally {
    closeSync(descriptor);
  }
}

function readAt(descriptor: number, position: number): Buffer {
  const bytes = Buffer.alloc(32);
  return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, position));
}

function partReader(head: Buffer): ((bytes: Buffer, position: number) => Part | null) | null {
  if (['ftyp', 'styp', 'moov', 'mdat', 'wide', 'free'].includes(head.toString('latin1', 4, 8))) return isoBox;
  if (head.length >= 8 && head.readUInt32BE(0) === ebmlHeaderId) return ebmlElement;
  if (head.toString('latin1', 0, 4) === 'RIFF' && ['AVI ', 'WAVE'].includes(head.toString('latin1', 8, 12))) return riffChunk;
  return null;
}

function isoBox(bytes: Buffer, position: number): Part | null {
  const type = bytes.toString('latin1', 4, 8);
  if (!/^[\w\xa9 -]{4}$/.test(type)) return null;
  const size = bytes.readUInt32BE(0);
  if (size === 0) return { type, end: 0 };
  if (size !== 1) return { type, end: position + size };
  return bytes.length < 16 ? null : { type, end: position + Number(bytes.readBigUInt64BE(8)) };
}

const ebmlHeaderId = 0x1a45dfa3;
const ebmlSegmentId = 0x18538067;

function ebmlElement(bytes: Buffer, position: number): Part | null {
  const id = bytes.readUInt32BE(0);
  if (id !== ebmlHeaderId && id !== ebmlSegmentId) return null;
  const length = Math.clz32(bytes[4]) - 23;
  if (length > 8 || bytes.length < 4 + length) return null;
  let size = BigInt(bytes[4] & (0xff >> length));
  for (const byte of bytes.subarray(5, 4 + length)) size = (size << 8n) | BigInt(byte);
  const unknownSize = (1n << BigInt(7 * length)) - 1n;
  return size === unknownSize ? null : { type: id.toString(16), end: position + 4 + length + Number(size) };
}

function riffChunk(bytes: Buffer, position: number): Part | null {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF') return null;
  const size = bytes.readUInt32LE(4);
  // Programs that write to a pipe leave the size open.
  return size === 0 || size === 0xffffffff ? null : { type: 'RIFF', end: position + 8 + size };
}
