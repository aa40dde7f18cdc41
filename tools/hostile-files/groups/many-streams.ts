import { element, matroskaFile, matroskaIds as ids, simpleBlock } from '../bytes/ebml.ts';
import { appendToBox } from '../bytes/iso-boxes.ts';
import { transportTables } from '../bytes/transport-stream.ts';
import type { GroupMaker } from './group.ts';

/** Files that claim tracks by the thousand. */
export const addManyStreams: GroupMaker = ({ corpus, seeds }) => {
  for (const [what, codec, count] of [
    ['20 000 H.264 tracks', 'V_MPEG4/ISO/AVC', 20_000],
    ['900 H.264 tracks', 'V_MPEG4/ISO/AVC', 900],
    ['5000 tracks of subtitles', 'S_TEXT/UTF8', 5000],
    ['3000 AV1 tracks', 'V_AV1', 3000],
  ] as const) {
    const tracks = Array.from({ length: count }, (_, index) => track(index + 1, codec));
    const cluster = element(ids.cluster, element(ids.timestamp, 0), simpleBlock(1, Buffer.alloc(100, 7)));
    corpus.add('many-streams', what, 'mkv', matroskaFile(element(ids.tracks, ...tracks), cluster));
  }
  const bytes = seeds.copy('h264.mp4');
  const start = bytes.indexOf('trak') - 4;
  const trak = bytes.subarray(start, start + bytes.readUInt32BE(start));
  for (const count of [300, 3000]) {
    const copies = Buffer.concat(Array.from({ length: count }, () => trak));
    corpus.add('many-streams', `${count} copies of a track`, 'mp4', appendToBox(seeds.copy('h264.mp4'), ['moov'], copies));
  }
  corpus.add('many-streams', '4000 programs of 40 streams each', 'ts', transportTables(4000, 40));
  corpus.add('many-streams', '1 program of 200 streams', 'ts', Buffer.concat([transportTables(1, 200), seeds.copy('h264.ts')]));
};

function track(number: number, codec: string): Buffer {
  const type = codec.startsWith('S') ? 17 : 1;
  const video = element(ids.video, element(ids.pixelWidth, 64), element(ids.pixelHeight, 64));
  const facts = [
    element(ids.trackNumber, number),
    element(ids.trackUid, number),
    element(ids.trackType, type),
    element(ids.codecId, codec),
  ];
  return element(ids.track, ...facts, ...(type === 1 ? [video] : []));
}
