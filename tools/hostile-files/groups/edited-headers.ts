import type { SeedName } from '../seed-files.ts';
import type { GroupMaker } from './group.ts';

/** A number in a header that lies `offset` bytes after a marker (or after the start where the marker is empty). */
interface NumberEdit {
  readonly seed: SeedName;
  readonly marker: string;
  readonly offset: number;
  readonly value: number;
  readonly what: string;
}

/** Little-endian 32-bit fields of AVI (RIFF: `avih`, `strh`, `strf`) and IVF. */
const edits: readonly NumberEdit[] = [
  { seed: 'mpeg4.avi', marker: 'avih', offset: 8, value: 0, what: 'pictures of 0 µs' },
  { seed: 'mpeg4.avi', marker: 'avih', offset: 32, value: 5000, what: '5000 streams announced' },
  { seed: 'mpeg4.avi', marker: 'strh', offset: 28, value: 0, what: 'rate scale 0' },
  { seed: 'mpeg4.avi', marker: 'strh', offset: 32, value: 0, what: 'rate 0' },
  { seed: 'mpeg4.avi', marker: 'strh', offset: 32, value: 1_000_000_000, what: 'a billion pictures a second' },
  { seed: 'mpeg4.avi', marker: 'strh', offset: 28, value: 0x7fffffff, what: 'a picture in two years' },
  { seed: 'mpeg4.avi', marker: 'strh', offset: 36, value: 0x7fffffff, what: 'starts in years' },
  { seed: 'mpeg4.avi', marker: 'strh', offset: 52, value: 0x7fffffff, what: 'samples of 2³¹−1 bytes' },
  { seed: 'mpeg4.avi', marker: 'strf', offset: 12, value: 65535, what: 'pictures 65535 wide' },
  { seed: 'mjpeg.avi', marker: 'strf', offset: 16, value: 0x80000000, what: 'pictures of negative height' },
  { seed: 'mjpeg.avi', marker: 'strf', offset: 4, value: 0x7fffffff, what: 'codec header of 2 GiB' },
  { seed: 'mpeg4.avi', marker: 'idx1', offset: 4, value: 0x7fffffff, what: 'index of 2 GiB' },
  { seed: 'mpeg4.avi', marker: 'movi', offset: 8, value: 0x7fffffff, what: 'first packet of 2 GiB' },
  { seed: 'vp8.ivf', marker: '', offset: 12, value: 0xffffffff, what: 'pictures of 65535×65535' },
  { seed: 'vp8.ivf', marker: '', offset: 16, value: 0, what: 'time base 0' },
  { seed: 'vp8.ivf', marker: '', offset: 20, value: 0, what: 'time base over 0' },
  { seed: 'vp8.ivf', marker: '', offset: 32, value: 0x7fffffff, what: 'first picture of 2 GiB' },
  { seed: 'vp8.ivf', marker: '', offset: 40, value: 0x7fffffff, what: 'first picture at the end of time' },
];

/** Headers of AVI, IVF, Y4M and WAV with absurd sizes, rates and durations. */
export const addEditedHeaders: GroupMaker = ({ corpus, seeds }) => {
  for (const { seed, marker, offset, value, what } of edits) {
    const bytes = seeds.copy(seed);
    bytes.writeUInt32LE(value, bytes.indexOf(marker, 0, 'latin1') + offset);
    corpus.add('edited-headers', `${seed}: ${marker} ${what}`, seed.split('.')[1], bytes);
  }
  for (const [what, header] of rawVideoHeaders) {
    const picture = Buffer.concat([Buffer.from('FRAME\n'), Buffer.alloc(64 * 64 * 1.5, 90)]);
    corpus.add(
      'edited-headers',
      `y4m: ${what}`,
      'y4m',
      Buffer.concat([Buffer.from(`YUV4MPEG2 ${header}\n`), picture, picture, picture]),
    );
  }
  for (const [what, format, channels, rateHz, bits] of aviSoundHeaders) {
    const bytes = seeds.copy('mpeg4.avi');
    soundFormat(format, channels, rateHz, bits).copy(bytes, bytes.indexOf('strf', bytes.indexOf('strf') + 4, 'latin1') + 8);
    corpus.add('edited-headers', `sound of an AVI: ${what}`, 'avi', bytes);
  }
  for (const [what, channels, rateHz, bits] of soundHeaders) {
    corpus.add('edited-headers', `wav: ${what}`, 'wav', waveFile(channels, rateHz, bits, Buffer.alloc(64_000, 3)));
  }
};

const rawVideoHeaders = [
  ['pictures of 0×0', 'W0 H0 F10:1 Ip C420jpeg'],
  ['negative sizes', 'W-64 H-64 F10:1 Ip C420jpeg'],
  ['pictures of 16384×16384', 'W16384 H16384 F10:1 Ip C420jpeg'],
  ['pictures of 2³¹−1', 'W2147483647 H2147483647 F10:1 Ip C420jpeg'],
  ['an odd size and 16 bits', 'W63 H61 F10:1 Ip C420p16 XYSCSS=420P16'],
  ['no rate', 'W64 H64 F0:0 Ip C420jpeg'],
  ['a billion pictures a second', 'W64 H64 F1000000000:1 Ip C420jpeg'],
  ['a picture in 68 years', 'W64 H64 F1:2147483647 Ip C420jpeg'],
  ['negative rate', 'W64 H64 F-25:1 Ip C420jpeg'],
  ['pixels 10⁹ times as wide as high', 'W64 H64 F10:1 Ip A1000000000:1 C420jpeg'],
  ['pixels 10⁹ times as high as wide', 'W64 H64 F10:1 Ip A1:1000000000 C420jpeg'],
  ['mixed fields', 'W64 H64 F10:1 Im C420jpeg'],
  ['unknown colours', 'W64 H64 F10:1 Ip C999zzz'],
] as const;

const soundHeaders = [
  ['0 channels', 0, 16_000, 16],
  ['65535 channels', 65_535, 16_000, 16],
  ['400 channels', 400, 16_000, 16],
  ['0 Hz', 1, 0, 16],
  ['1 Hz', 1, 1, 16],
  ['2³²−1 Hz', 1, 0xffffffff, 16],
  ['768 kHz', 2, 768_000, 16],
  ['0 bits', 1, 16_000, 0],
  ['64 bits', 1, 16_000, 64],
  ['7 bits', 1, 16_000, 7],
] as const;

/** Kind (1: whole numbers, 3: floating point, 6: A-law), channels, rate and bits of a sound track beside pictures. */
const aviSoundHeaders = [
  ['200 channels', 1, 200, 8000, 16],
  ['65 channels', 1, 65, 8000, 16],
  ['9 channels in no order', 1, 9, 8000, 16],
  ['1 Hz', 1, 1, 1, 16],
  ['2³¹−1 Hz', 1, 2, 0x7fffffff, 16],
  ['numbers that are none', 3, 1, 48_000, 32],
  ['3 channels of A-law', 6, 3, 8000, 8],
] as const;

/** WAVEFORMAT of RIFF. */
function soundFormat(format: number, channels: number, sampleRateHz: number, bits: number): Buffer {
  const sampleBytes = (channels * bits) >> 3;
  const bytes = Buffer.alloc(16);
  bytes.writeUInt16LE(format, 0);
  bytes.writeUInt16LE(channels, 2);
  bytes.writeUInt32LE(sampleRateHz, 4);
  bytes.writeUInt32LE((sampleRateHz * sampleBytes) >>> 0, 8);
  bytes.writeUInt16LE(sampleBytes & 0xffff, 12);
  bytes.writeUInt16LE(bits, 14);
  return bytes;
}

/** A WAV file (RIFF, PCM) whose header says what it likes. */
function waveFile(channels: number, sampleRateHz: number, bits: number, data: Buffer): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + data.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  soundFormat(1, channels, sampleRateHz, bits).copy(header, 20);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
}
