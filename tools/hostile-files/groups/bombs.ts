import { deflateSync } from 'node:zlib';
import type { Recipe } from '@vigil/media/testing';
import { element, matroskaFile, matroskaIds as ids, simpleBlock } from '../bytes/ebml.ts';
import { withField } from '../bytes/iso-boxes.ts';
import { mediaBytes } from '../media-bytes.ts';
import type { GroupMaker } from './group.ts';

const mebibyte = 1024 ** 2;

/** Small files that become large once opened. */
export const addBombs: GroupMaker = ({ corpus, seeds }) => {
  const bomb = deflateSync(Buffer.alloc(300 * mebibyte), { level: 9 });
  for (const [codec, width] of [
    ['V_UNCOMPRESSED', 64],
    ['V_MJPEG', 64],
    ['V_FFV1', 8192],
    ['S_TEXT/UTF8', 0],
    ['A_PCM/INT/LIT', 0],
  ] as const) {
    corpus.add('bombs', `zlib track of ${codec}: 300 MiB a block`, 'mkv', compressedTrack(codec, width, bomb));
  }
  corpus.add('bombs', 'zlib codec header of 300 MiB', 'mkv', compressedTrack('V_MPEG4/ISO/AVC', 64, Buffer.alloc(99), bomb));
  const twice = deflateSync(bomb, { level: 9 });
  corpus.add('bombs', 'zlib in zlib', 'mkv', compressedTrack('V_UNCOMPRESSED', 64, twice));

  for (const [what, recipe] of Object.entries(largePictures)) {
    const extension = recipe.container === 'matroska' ? 'mkv' : (recipe.container ?? 'mp4');
    corpus.add('bombs', what, extension, mediaBytes(recipe));
  }
  const gif = seeds.copy('picture.gif');
  gif.writeUInt16LE(65_535, 6);
  gif.writeUInt16LE(65_535, 8);
  corpus.add('bombs', 'GIF with a canvas of 65535×65535', 'gif', gif);
  const png = seeds.copy('png.mov');
  for (let at = png.indexOf('IHDR'); at >= 0; at = png.indexOf('IHDR', at + 4))
    Buffer.from('0000753000007530', 'hex').copy(png, at + 4);
  corpus.add('bombs', 'PNG pictures that say 30000×30000', 'mov', png);
  const jpeg = seeds.copy('mjpeg.avi');
  for (let at = jpeg.indexOf(Buffer.from([0xff, 0xc0])); at >= 0; at = jpeg.indexOf(Buffer.from([0xff, 0xc0]), at + 2))
    jpeg.writeUInt32BE(0xfff0fff0, at + 5);
  corpus.add('bombs', 'JPEG pictures that say 65520×65520', 'avi', jpeg);
  corpus.add(
    'bombs',
    'ID3 tag of 256 MiB before a tone',
    'mp3',
    Buffer.concat([Buffer.from('ID3\x04\0\0\x7f\x7f\x7f\x7f', 'latin1'), Buffer.alloc(9000), seeds.copy('tone.mp3')]),
  );
  corpus.add(
    'bombs',
    'FLAC whose comments are 2³²−1 long',
    'flac',
    Buffer.from('fLaC\x84\0\0\x08\xff\xff\xff\xff\xff\xff\xff\xff', 'latin1'),
  );
  corpus.add('bombs', '100 000 empty samples', 'mp4', emptySamples(seeds.copy('h264.mp4'), 100_000));
  corpus.add('bombs', '400 million empty samples', 'mp4', emptySamples(seeds.copy('h264.mp4'), 400_000_000));
};

/** Pictures of one colour: a few hundred bytes that need tens of megabytes once decoded, in numbers. */
const largePictures: Readonly<Record<string, Recipe>> = {
  '3 pictures of 8192×4320': {
    width: 8192,
    height: 4320,
    times: [0, 0.1, 0.2],
    paint: black(8192, 4320),
    encoderOptions: { refs: 16 },
  },
  'pictures of 16×8192': { width: 16, height: 8192, times: [0, 0.1, 0.2], paint: black(16, 8192) },
  'pictures of 8192×16': { width: 8192, height: 16, times: [0, 0.1, 0.2], paint: black(8192, 16) },
  'a picture each 11 µs': {
    width: 64,
    height: 64,
    times: Array.from({ length: 1000 }, (_, index) => index / 90_000),
    paint: black(64, 64),
    container: 'matroska',
  },
  'pictures years apart': {
    width: 64,
    height: 64,
    times: [0, 0.1, 1e5, 1.2e6, 2e6],
    paint: black(64, 64),
    encoder: 'mjpeg',
    pixelFormat: 'yuvj420p',
    container: 'matroska',
  },
  'pictures that all have one time': {
    width: 64,
    height: 64,
    times: Array.from({ length: 300 }, (_, index) => index / 1e6),
    paint: black(64, 64),
    encoder: 'ffv1',
    container: 'matroska',
  },
};

function black(width: number, height: number): Recipe['paint'] {
  const picture = new Uint8Array(width * height * 3);
  return () => picture;
}

function compressedTrack(codec: string, width: number, block: Buffer, header?: Buffer): Buffer {
  const compression = element(ids.contentCompression, element(ids.contentCompressionAlgorithm, 0));
  const scope = header === undefined ? 1 : 3;
  const encoding = element(ids.contentEncodings, element(ids.contentEncoding, element(0x5032, scope), compression));
  const type = codec.startsWith('V') ? 1 : codec.startsWith('A') ? 2 : 17;
  const facts = [
    element(ids.trackNumber, 1),
    element(ids.trackUid, 1),
    element(ids.trackType, type),
    element(ids.codecId, codec),
  ];
  const size = width === 0 ? [] : [element(ids.video, element(ids.pixelWidth, width), element(ids.pixelHeight, width / 2))];
  const privateData = header === undefined ? [] : [element(ids.codecPrivate, header)];
  const blocks = Array.from({ length: 4 }, () => simpleBlock(1, block));
  const track = element(ids.track, ...facts, ...size, ...privateData, encoding);
  return matroskaFile(element(ids.tracks, track), element(ids.cluster, element(ids.timestamp, 0), ...blocks));
}

/** Sizes of nothing and times of nothing for as many samples as wanted, at no cost in bytes. */
function emptySamples(bytes: Buffer, count: number): Buffer {
  const edits: readonly (readonly [box: string, offset: number, value: number])[] = [
    ['stsz', 12, 1],
    ['stsz', 16, count],
    ['stts', 16, count],
    ['stsc', 20, count],
  ];
  for (const [box, offset, value] of edits) withField(bytes, { box, offset, value, what: '' });
  return bytes;
}
