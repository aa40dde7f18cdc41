import { writeFileSync } from 'node:fs';

const sampleRateHz = 16_000;

/**
 * Writes a WAV file of 16-bit mono at 16 kHz.
 *
 * @param value - from a time in seconds to −1 … 1
 * @param formatTag - 1 is PCM; another number names a codec
 */
export function writeWav(file: string, seconds: number, value: (seconds: number) => number, formatTag = 1): void {
  const samples = Int16Array.from({ length: seconds * sampleRateHz }, (_, i) => Math.round(32_767 * value(i / sampleRateHz)));
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + samples.byteLength, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(formatTag, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(sampleRateHz, 24);
  head.writeUInt32LE(2 * sampleRateHz, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(samples.byteLength, 40);
  writeFileSync(file, Buffer.concat([head, Buffer.from(samples.buffer)]));
}
