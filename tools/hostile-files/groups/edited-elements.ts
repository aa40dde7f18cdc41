import { elementContents, matroskaIds } from '../bytes/ebml.ts';
import type { SeedName } from '../seed-files.ts';
import type { GroupMaker } from './group.ts';

/** A Matroska element whose contents are overwritten. */
interface ElementEdit {
  readonly id: number;
  readonly what: string;
  /** Bytes that are repeated over the contents; the last one is kept where there is room for no more. */
  readonly fill: readonly number[];
}

const floatNan = [0x7f, 0xf8, 0, 0, 0, 0, 0, 0];
const floatHuge = [0x7f, 0xe0, 0, 0, 0, 0, 0, 0];
const floatNegative = [0xc0, 0x8f, 0x40, 0, 0, 0, 0, 0];

const elementEdits: readonly ElementEdit[] = [
  { id: matroskaIds.timestampScale, what: 'clock of 0 ns', fill: [0] },
  { id: matroskaIds.timestampScale, what: 'clock of 2²⁴ ns and more', fill: [0xff] },
  { id: matroskaIds.duration, what: 'duration that is no number', fill: floatNan },
  { id: matroskaIds.duration, what: 'duration of 10³⁰⁷', fill: floatHuge },
  { id: matroskaIds.duration, what: 'negative duration', fill: floatNegative },
  { id: matroskaIds.pixelWidth, what: 'pictures 0 wide', fill: [0] },
  { id: matroskaIds.pixelWidth, what: 'pictures of the widest', fill: [0xff] },
  { id: matroskaIds.pixelHeight, what: 'pictures of the highest', fill: [0xff] },
  { id: matroskaIds.defaultDuration, what: 'pictures of 1 ns', fill: [0, 0, 0, 1] },
  { id: matroskaIds.defaultDuration, what: 'pictures of seconds', fill: [0xff] },
  { id: matroskaIds.samplingFrequency, what: 'sample rate that is no number', fill: floatNan },
  { id: matroskaIds.samplingFrequency, what: 'sample rate of 10³⁰⁷', fill: floatHuge },
  { id: matroskaIds.samplingFrequency, what: 'negative sample rate', fill: floatNegative },
  { id: matroskaIds.channels, what: 'sound of 255 channels', fill: [0xff] },
  { id: matroskaIds.trackType, what: 'tracks of an unknown kind', fill: [0x77] },
  { id: matroskaIds.trackNumber, what: 'tracks of one number', fill: [1] },
  { id: matroskaIds.codecPrivate, what: 'rubbish in the codec header', fill: [0xff, 0x00, 0xe1] },
  { id: matroskaIds.timestamp, what: 'clusters at the end of time', fill: [0xff] },
];

/** Matroska headers whose values are absurd. */
export const addEditedElements: GroupMaker = ({ corpus, seeds }) => {
  for (const edit of elementEdits) {
    for (const name of ['h264.mkv'] satisfies SeedName[]) {
      const bytes = seeds.copy(name);
      for (const { start, sizeBytes } of elementContents(bytes, edit.id)) {
        for (let i = 0; i < sizeBytes && start + i < bytes.length; i += 1) bytes[start + i] = edit.fill[i % edit.fill.length];
      }
      corpus.add('edited-elements', `${name}: ${edit.what}`, 'mkv', bytes);
    }
  }
  for (const [what, id] of [
    ['clusters without an end', matroskaIds.cluster],
    ['a segment without an end', matroskaIds.segment],
  ] as const) {
    const bytes = seeds.copy('ffv1.mkv');
    const marker = Buffer.from(id.toString(16), 'hex');
    for (let at = bytes.indexOf(marker); at >= 0; at = bytes.indexOf(marker, at + 4)) bytes.fill(0xff, at + 4, at + 5);
    corpus.add('edited-elements', what, 'mkv', bytes);
  }
};
