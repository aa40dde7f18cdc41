/** Ids of Matroska elements (RFC 9559, section 5) that the corpus uses. */
export const matroskaIds = {
  ebml: 0x1a45dfa3,
  docType: 0x4282,
  segment: 0x18538067,
  info: 0x1549a966,
  timestampScale: 0x2ad7b1,
  duration: 0x4489,
  segmentUid: 0x73a4,
  previousUid: 0x3cb923,
  nextUid: 0x3eb923,
  nextFile: 0x3e83bb,
  tracks: 0x1654ae6b,
  track: 0xae,
  trackNumber: 0xd7,
  trackUid: 0x73c5,
  trackType: 0x83,
  codecId: 0x86,
  codecPrivate: 0x63a2,
  defaultDuration: 0x23e383,
  video: 0xe0,
  pixelWidth: 0xb0,
  pixelHeight: 0xba,
  audio: 0xe1,
  samplingFrequency: 0xb5,
  channels: 0x9f,
  contentEncodings: 0x6d80,
  contentEncoding: 0x6240,
  contentCompression: 0x5034,
  contentCompressionAlgorithm: 0x4254,
  contentCompressionSettings: 0x4255,
  cluster: 0x1f43b675,
  timestamp: 0xe7,
  simpleBlock: 0xa3,
  attachments: 0x1941a469,
  attachedFile: 0x61a7,
  fileName: 0x466e,
  fileMimeType: 0x4660,
  fileData: 0x465c,
  fileUid: 0x46ae,
  chapters: 0x1043a770,
  edition: 0x45b9,
  editionOrdered: 0x45dd,
  chapter: 0xb6,
  chapterUid: 0x73c4,
  chapterStart: 0x91,
  chapterSegmentUid: 0x6e67,
} as const;

/** An element: id, size in eight bytes (RFC 8794, section 4), contents. */
export function element(id: number, ...contents: readonly (Uint8Array | string | number)[]): Buffer {
  const body = Buffer.concat(contents.map(asBytes));
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE((1n << 56n) | BigInt(body.length));
  return Buffer.concat([idBytes(id), size, body]);
}

/** The header and segment of a Matroska file. */
export function matroskaFile(...parts: readonly Uint8Array[]): Buffer {
  return Buffer.concat([
    element(matroskaIds.ebml, element(matroskaIds.docType, 'matroska')),
    element(matroskaIds.segment, ...parts),
  ]);
}

/** A block of one frame (RFC 9559, 10.1) of a track below 128, 0 ticks into its cluster. */
export function simpleBlock(trackNumber: number, frame: Uint8Array): Buffer {
  return element(matroskaIds.simpleBlock, Buffer.from([0x80 | trackNumber, 0, 0, 0x80]), frame);
}

/** Where the contents of every element with an id start, and their size; finds the id's bytes wherever they are. */
export function elementContents(bytes: Buffer, id: number): { start: number; sizeBytes: number }[] {
  const found: { start: number; sizeBytes: number }[] = [];
  const wanted = idBytes(id);
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) {
    const first = bytes[at + wanted.length] ?? 0;
    // Only short contents are of interest: numbers and names.
    if (first > 0x80 && first <= 0x90) found.push({ start: at + wanted.length + 1, sizeBytes: first & 0x7f });
  }
  return found;
}

function idBytes(id: number): Buffer {
  return Buffer.from(id.toString(16).padStart(2 * Math.ceil(id.toString(16).length / 2), '0'), 'hex');
}

function asBytes(part: Uint8Array | string | number): Uint8Array {
  if (typeof part === 'string') return Buffer.from(part);
  if (typeof part !== 'number') return part;
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(part));
  return bytes;
}
