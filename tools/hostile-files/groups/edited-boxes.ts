import { boxPositions, withField, words, appendToBox, isoBox, type FieldEdit } from '../bytes/iso-boxes.ts';
import type { GroupMaker } from './group.ts';

/** Fields of MP4 headers with values that no camera writes. Offsets by ISO/IEC 14496-12 and 14496-15, version 0 of each box. */
const fieldEdits: readonly FieldEdit[] = [
  { box: 'mvhd', offset: 20, value: 0, what: 'movie time scale 0' },
  { box: 'mvhd', offset: 24, value: 0xffffffff, what: 'movie duration 2³²−1' },
  { box: 'mdhd', offset: 20, value: 0, what: 'track time scale 0' },
  { box: 'mdhd', offset: 20, value: 1, what: 'track time scale 1: days of video' },
  { box: 'mdhd', offset: 20, value: 0xffffffff, what: 'track time scale 2³²−1' },
  { box: 'mdhd', offset: 20, value: 0x80000000, what: 'track time scale negative' },
  { box: 'mdhd', offset: 24, value: 0xffffffff, what: 'track duration 2³²−1' },
  { box: 'stts', offset: 12, value: 0xffffffff, what: 'time table of 2³²−1 entries' },
  { box: 'stts', offset: 16, value: 0xffffffff, what: 'one time entry for 2³²−1 samples' },
  { box: 'stts', offset: 20, value: 0, what: 'samples of no duration' },
  { box: 'stts', offset: 20, value: 0x7fffffff, what: 'samples of 2³¹−1 ticks' },
  { box: 'stts', offset: 20, value: 0xffffffff, what: 'samples of −1 tick' },
  { box: 'stsz', offset: 12, value: 1, what: 'samples of one byte each' },
  { box: 'stsz', offset: 12, value: 0x7fffffff, what: 'samples of 2³¹−1 bytes each' },
  { box: 'stsz', offset: 16, value: 0xffffffff, what: 'size table of 2³²−1 entries' },
  { box: 'stsz', offset: 20, value: 0x7fffffff, what: 'first sample of 2³¹−1 bytes' },
  { box: 'stsz', offset: 20, value: 0, what: 'first sample of no bytes' },
  { box: 'stsc', offset: 12, value: 0xffffffff, what: 'chunk table of 2³²−1 entries' },
  { box: 'stsc', offset: 16, value: 0xffffffff, what: 'first chunk 2³²−1' },
  { box: 'stsc', offset: 20, value: 0x7fffffff, what: '2³¹−1 samples a chunk' },
  { box: 'stsc', offset: 24, value: 99, what: 'sample description 99' },
  { box: 'stco', offset: 12, value: 0xffffffff, what: 'offset table of 2³²−1 entries' },
  { box: 'stco', offset: 16, value: 0, what: 'first chunk at offset 0: the header as payload' },
  { box: 'stco', offset: 16, value: 0xfffffff0, what: 'first chunk behind the end' },
  { box: 'stss', offset: 12, value: 0xffffffff, what: 'key frame table of 2³²−1 entries' },
  { box: 'ctts', offset: 20, value: 0x7fffffff, what: 'pictures shown 2³¹−1 ticks late' },
  { box: 'ctts', offset: 20, value: 0x80000000, what: 'pictures shown 2³¹ ticks early' },
  { box: 'ctts', offset: 12, value: 0xffffffff, what: 'order table of 2³²−1 entries' },
  { box: 'elst', offset: 20, value: 0x7fffffff, what: 'edit that starts behind the end' },
  { box: 'elst', offset: 16, value: 0xffffffff, what: 'edit of 2³²−1 ticks' },
  { box: 'elst', offset: 24, value: 0, what: 'edit at rate 0' },
  { box: 'elst', offset: 12, value: 0xffffffff, what: '2³²−1 edits' },
  { box: 'pasp', offset: 8, value: 0x7fffffff, what: 'pixels 2³¹−1 times as wide as high' },
  { box: 'pasp', offset: 12, value: 0x7fffffff, what: 'pixels 2³¹−1 times as high as wide' },
  { box: 'tkhd', offset: 48, value: 0x7fffffff, what: 'rubbish in the display matrix' },
  { box: 'tkhd', offset: 84, value: 0, what: 'shown 0 pixels wide' },
  { box: 'avc1', offset: 32, value: 0, what: 'pictures of 0×0' },
  { box: 'avc1', offset: 32, value: 0x00010001, what: 'pictures of 1×1' },
  { box: 'avc1', offset: 32, value: 0xffffffff, what: 'pictures of 65535×65535' },
  { box: 'avc1', offset: 32, value: 0x40004000, what: 'pictures of 16384×16384' },
  { box: 'avc1', offset: 32, value: 0x20000010, what: 'pictures of 8192×16' },
  { box: 'avcC', offset: 8, value: 0x01ffffff, what: 'unknown profile and level' },
  { box: 'avcC', offset: 12, value: 0xffffffff, what: '31 parameter sets of 65535 bytes' },
  { box: 'mp4a', offset: 24, value: 0, what: 'sound of 0 channels' },
  { box: 'mp4a', offset: 24, value: 0xffff0010, what: 'sound of 65535 channels' },
  { box: 'mp4a', offset: 32, value: 0, what: 'sound at 0 Hz' },
  { box: 'mp4a', offset: 32, value: 0x00010000, what: 'sound at 1 Hz' },
  { box: 'mp4a', offset: 32, value: 0xffffffff, what: 'sound at 65535 Hz' },
  { box: 'esds', offset: 12, value: 0xffffffff, what: 'descriptor without an end' },
];

/** Boxes whose own size lies, and how. */
const sizeEdits: readonly (readonly [box: string, size: number])[] = [
  ['ftyp', 0], ['ftyp', 1], ['moov', 0], ['moov', 1], ['moov', 0x7fffffff], ['moov', 9], ['trak', 0], ['trak', 0xffffffff], ['mdia', 7],
  ['stbl', 1], ['stsd', 0xffffffff], ['stsd', 0], ['avc1', 8], ['avcC', 0x00ffffff], ['mdat', 0], ['mdat', 1], ['mdat', 0xffffffff],
]; // prettier-ignore

/** MP4 headers whose fields and sizes are absurd. */
export const addEditedBoxes: GroupMaker = ({ corpus, seeds }) => {
  for (const edit of fieldEdits) {
    corpus.add('edited-boxes', `${edit.box}: ${edit.what}`, 'mp4', withField(seeds.copy('h264.mp4'), edit));
  }
  for (const [box, size] of sizeEdits) {
    const bytes = withField(seeds.copy('h264-front.mp4'), { box, offset: 0, value: size, what: '' });
    corpus.add('edited-boxes', `${box}: box of ${size} bytes`, 'mp4', bytes);
  }
  for (const [what, value] of [
    ['2³²−1 samples in a run', 0xffffffff],
    ['no samples in a run', 0],
  ] as const) {
    corpus.add(
      'edited-boxes',
      `trun: ${what}`,
      'mp4',
      withField(seeds.copy('h264-fragments.mp4'), { box: 'trun', offset: 12, value, what }),
    );
  }
  const bytes = seeds.copy('h264-fragments.mp4');
  for (const position of boxPositions(bytes, 'tfdt')) bytes.writeBigUInt64BE(0x7fffffffffffff00n, position + 12);
  corpus.add('edited-boxes', 'tfdt: fragments 2⁶³ ticks late', 'mp4', bytes);
  corpus.add(
    'edited-boxes',
    'moov in moov, 50 000 deep',
    'mp4',
    Buffer.concat([isoBox('ftyp', 'isom', words(0)), nestedBoxes('moov', 50_000)]),
  );
  const empty = Buffer.concat(Array.from({ length: 50_000 }, () => isoBox('free')));
  corpus.add('edited-boxes', '50 000 empty boxes in the index', 'mp4', appendToBox(seeds.copy('h264.mp4'), ['moov'], empty));
};

/** A box in a box in a box. */
function nestedBoxes(type: string, depth: number): Buffer {
  const bytes = Buffer.alloc(8 * depth);
  for (let i = 0; i < depth; i += 1) {
    bytes.writeUInt32BE(bytes.length - 8 * i, 8 * i);
    bytes.write(type, 8 * i + 4, 'latin1');
  }
  return bytes;
}
