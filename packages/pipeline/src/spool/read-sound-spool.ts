import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { VigilError } from '@vigil/contracts';
import type { SoundSample } from '@vigil/detection';
import { decodeSoundSample, soundSampleBytes, type SoundSpoolEnd } from './sound-spool-format.ts';

/** Samples that are read at a time. */
const samplesAtOnce = 3000;
/** No end is larger; anything else is damage. */
const largestEndBytes = 1 << 20;
const tailBytes = 8;

/** The end of a complete spool that belongs to `key` and is intact; null otherwise. */
export function readSoundSpoolEnd(path: string, key: string): SoundSpoolEnd | null {
  try {
    const end = readEnd(path);
    if (end?.key !== key) return null;
    let check = 0;
    for (const bytes of readChunks(path, end.samples)) check = crc32(bytes, check);
    return check === end.samplesCrc ? end : null;
  } catch {
    return null;
  }
}

/**
 * The samples of a complete spool, a few minutes at a time in memory.
 *
 * @param samples - their number, from the end of the spool
 * @throws VigilError `internal` for a damaged spool
 */
export function* readSoundSpool(path: string, samples: number): Generator<SoundSample> {
  for (const bytes of readChunks(path, samples)) {
    for (let offset = 0; offset < bytes.length; offset += soundSampleBytes) yield decodeSoundSample(bytes.subarray(offset));
  }
}

function* readChunks(path: string, samples: number): Generator<Buffer> {
  const file = openSync(path, 'r');
  try {
    for (let first = 0; first < samples; first += samplesAtOnce) {
      const bytes = Buffer.alloc(Math.min(samplesAtOnce, samples - first) * soundSampleBytes);
      if (readSync(file, bytes, 0, bytes.length, first * soundSampleBytes) < bytes.length) throw damaged(path);
      yield bytes;
    }
  } finally {
    closeSync(file);
  }
}

function readEnd(path: string): SoundSpoolEnd | null {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const tail = Buffer.alloc(tailBytes);
    if (size < tailBytes || readSync(file, tail, 0, tailBytes, size - tailBytes) < tailBytes) return null;
    const length = tail.readUInt32LE(0);
    if (length > Math.min(largestEndBytes, size - tailBytes)) return null;
    const json = Buffer.alloc(length);
    readSync(file, json, 0, length, size - tailBytes - length);
    if (crc32(json) !== tail.readUInt32LE(4)) return null;
    const end = JSON.parse(json.toString()) as SoundSpoolEnd;
    return end.samples * soundSampleBytes + length + tailBytes === size ? end : null;
  } finally {
    closeSync(file);
  }
}

function damaged(path: string): VigilError {
  return new VigilError('internal', `The intermediate file ${path} is damaged; delete it and run the analysis again`, { path });
}
