import { withField } from '../bytes/iso-boxes.ts';
import { extensionOf } from '../corpus-folder.ts';
import type { SeedName } from '../seed-files.ts';
import type { GroupMaker } from './group.ts';

/** Four letters of a header that become others: the payload stays what it was. */
const relabelled: readonly (readonly [seed: SeedName, from: string, to: string, what: string])[] = [
  ['h264.mp4', 'soun', 'vide', 'sound called pictures'],
  ['h264.mp4', 'vide', 'soun', 'pictures called sound'],
  ['h264.mp4', 'avc1', 'hvc1', 'H.264 called HEVC'],
  ['h264.mp4', 'avc1', 'mp4v', 'H.264 called MPEG-4'],
  ['h264.mp4', 'avc1', 'apch', 'H.264 called ProRes'],
  ['h264.mp4', 'avc1', 'raw ', 'H.264 called raw pictures'],
  ['h264.mp4', 'avc1', 'png ', 'H.264 called PNG'],
  ['h264.mp4', 'avc1', 'jpeg', 'H.264 called JPEG'],
  ['h264.mp4', 'avc1', 'av01', 'H.264 called AV1'],
  ['h264.mp4', 'avc1', 'tx3g', 'H.264 called subtitles'],
  ['h264.mp4', 'mp4a', 'avc1', 'AAC called H.264'],
  ['h264.mp4', 'mp4a', 'alac', 'AAC called ALAC'],
  ['h264.mp4', 'mp4a', 'twos', 'AAC called raw sound'],
  ['hevc.mp4', 'hev1', 'avc1', 'HEVC called H.264'],
  ['png.mov', 'png ', 'rle ', 'PNG called QuickTime RLE'],
  ['rle.mov', 'rle ', 'avc1', 'QuickTime RLE called H.264'],
  ['h264.mkv', 'V_MPEG4/ISO/AVC', 'V_MPEGH/ISO/HEV', 'H.264 called an unknown codec'],
  ['h264.mkv', 'A_AC3', 'A_DTS', 'AC-3 called DTS'],
  ['ffv1.mkv', 'V_FFV1', 'V_PRORES'.slice(0, 6), 'FFV1 called something unknown'],
  ['mpeg4.avi', 'vids', 'auds', 'pictures called sound'],
  ['mpeg4.avi', 'auds', 'vids', 'sound called pictures'],
  ['mpeg4.avi', 'FMP4', 'MJPG', 'MPEG-4 called motion JPEG'],
  ['mjpeg.avi', 'MJPG', 'H264', 'motion JPEG called H.264'],
  ['mjpeg.avi', 'MJPG', 'tscc', 'motion JPEG called a screen codec'],
  ['vp8.ivf', 'VP80', 'AV01', 'VP8 called AV1'],
];

/** Two files in one. */
const spliced: readonly (readonly [SeedName, SeedName])[] = [
  ['h264.mp4', 'vp9.webm'],
  ['h264.ts', 'mpeg2.ts'],
  ['mpeg2.ts', 'mpeg4.avi'],
  ['h264.mkv', 'ffv1.mkv'],
  ['mpeg2.mpg', 'h264.ts'],
  ['tone.mp3', 'h264.mp4'],
  ['h264.h264', 'mpeg2.mpg'],
  ['flv1.flv', 'flv1.flv'],
  ['theora.ogv', 'theora.ogv'],
];

/** Streams that are not what their headers say, and files that go on as other files. */
export const addSwappedStreams: GroupMaker = ({ corpus, seeds }) => {
  for (const [seed, from, to, what] of relabelled) {
    const bytes = seeds.copy(seed);
    for (let at = bytes.indexOf(from, 0, 'latin1'); at >= 0; at = bytes.indexOf(from, at + 1, 'latin1'))
      bytes.write(to, at, 'latin1');
    corpus.add('swapped-streams', `${seed}: ${what}`, extensionOf(seed), bytes);
  }
  for (const [first, second] of spliced) {
    corpus.add(
      'swapped-streams',
      `${first} followed by ${second}`,
      extensionOf(first),
      Buffer.concat([seeds.copy(first), seeds.copy(second)]),
    );
  }
  const bytes = seeds.copy('h264.mp4');
  const other = seeds.copy('hevc.mp4');
  other.copy(bytes, bytes.indexOf('mdat') + 4, other.indexOf('mdat') + 4, other.length - 100);
  corpus.add('swapped-streams', 'HEVC payload behind an H.264 index', 'mp4', bytes);
  corpus.add(
    'swapped-streams',
    'all samples are of the last chunk',
    'mp4',
    withField(seeds.copy('h264.mp4'), { box: 'stsc', offset: 16, value: 1, what: '' }),
  );
};
