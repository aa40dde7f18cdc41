import { element, matroskaFile, matroskaIds as ids, simpleBlock } from '../bytes/ebml.ts';
import { isoBox, words } from '../bytes/iso-boxes.ts';
import type { GroupMaker } from './group.ts';

/** Containers whose own structures point to other files: data references, linked segments, attachments, embedded lists. */
export const addLinks: GroupMaker = ({ corpus, seeds, canaryFile, canaryAddress }) => {
  const web = `http://${canaryAddress}/linked.mp4`;
  for (const [what, reference] of [
    ['a file address', isoBox('url ', words(0), `file://${canaryFile}\0`)],
    ['a path', isoBox('url ', words(0), `${canaryFile}\0`)],
    ['a web address', isoBox('url ', words(0), `${web}\0`)],
    ['an alias', aliasOf(canaryFile)],
    ['a resource alias', isoBox('rsrc', words(0), canaryFile)],
  ] as const) {
    corpus.add('links', `samples of ${what}`, 'mov', withDataReference(seeds.copy('h264.mp4'), reference));
  }
  corpus.add('links', 'a movie that refers to another', 'mov', referenceMovie(canaryFile));
  corpus.add('links', 'a movie that refers to the web', 'mov', referenceMovie(web));

  const other = Buffer.alloc(16, 0x42);
  const video = element(ids.video, element(ids.pixelWidth, 64), element(ids.pixelHeight, 64));
  const track = element(
    ids.track,
    element(ids.trackNumber, 1),
    element(ids.trackUid, 1),
    element(ids.trackType, 1),
    element(ids.codecId, 'V_MJPEG'),
    video,
  );
  const info = element(
    ids.info,
    element(ids.segmentUid, other),
    element(ids.nextUid, other),
    element(ids.previousUid, other),
    element(ids.nextFile, canaryFile),
  );
  const cluster = element(ids.cluster, element(ids.timestamp, 0), simpleBlock(1, Buffer.alloc(64, 9)));
  const chapter = element(
    ids.chapter,
    element(ids.chapterUid, 1),
    element(ids.chapterStart, 0),
    element(ids.chapterSegmentUid, other),
  );
  const chapters = element(ids.chapters, element(ids.edition, element(ids.editionOrdered, 1), chapter));
  corpus.add(
    'links',
    'segments that go on in another file',
    'mkv',
    matroskaFile(info, element(ids.tracks, track), chapters, cluster),
  );
  for (const [what, name, type, data] of [
    ['a font', '../../escape.ttf', 'application/x-truetype-font', Buffer.alloc(5000, 1)],
    ['a playlist', 'list.m3u8', 'application/x-mpegURL', Buffer.from(`#EXTM3U\n#EXTINF:6,\n${web}\n`)],
    ['a program', '/bin/sh', 'application/x-executable', Buffer.from('\x7fELF')],
    ['a cover of rubbish', 'cover.jpg', 'image/jpeg', Buffer.alloc(3000, 0xd8)],
  ] as const) {
    const file = element(
      ids.attachedFile,
      element(ids.fileName, name),
      element(ids.fileMimeType, type),
      element(ids.fileUid, 1),
      element(ids.fileData, data),
    );
    corpus.add(
      'links',
      `attached: ${what}`,
      'mkv',
      matroskaFile(element(ids.tracks, track), element(ids.attachments, file), cluster),
    );
  }
  for (const [what, text] of [
    ['a playlist', `#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\n${web}\n#EXT-X-ENDLIST\n`],
    ['a concatenation', `ffconcat version 1.0\nfile '${canaryFile}'\n`],
    ['subtitles', `1\n00:00:00,000 --> 00:00:09,000\n${canaryFile}\n`],
  ] as const) {
    corpus.add('links', `subtitle stream of AVI that is ${what}`, 'avi', aviWithSubtitles(text));
  }
};

function withDataReference(bytes: Buffer, reference: Buffer): Buffer {
  const dref = isoBox('dref', words(0, 1), reference);
  const movie = bytes.subarray(bytes.indexOf('moov') - 4);
  const payload = bytes.subarray(0, bytes.length - movie.length);
  let changed = movie;
  for (let at = changed.indexOf('dref'); at >= 0; at = changed.indexOf('dref', at + dref.length)) {
    const old = changed.readUInt32BE(at - 4);
    const grown = dref.length - old;
    const around = ['moov', 'trak', 'mdia', 'minf', 'dinf'].map((type) => changed.lastIndexOf(type, at) - 4);
    for (const start of around) changed.writeUInt32BE(changed.readUInt32BE(start) + grown, start);
    changed = Buffer.concat([changed.subarray(0, at - 4), dref, changed.subarray(at - 4 + old)]);
  }
  return Buffer.concat([payload, changed]);
}

/** A Macintosh alias record, version 2, with the target's absolute path as its entry 18. */
function aliasOf(path: string): Buffer {
  const record = Buffer.alloc(150);
  record.writeUInt16BE(2, 6);
  const entry = Buffer.concat([Buffer.from([0, 18, path.length >> 8, path.length & 255]), Buffer.from(path)]);
  return isoBox('alis', words(0), record, entry, Buffer.from([0xff, 0xff, 0, 0]));
}

function referenceMovie(target: string): Buffer {
  const reference = isoBox('rdrf', words(0), 'url ', words(target.length + 1), `${target}\0`);
  return Buffer.concat([isoBox('ftyp', 'qt  ', words(0)), isoBox('moov', isoBox('rmra', isoBox('rmda', reference)))]);
}

/** An AVI whose only stream is text in a GAB2 block, as subtitles are carried. */
function aviWithSubtitles(text: string): Buffer {
  const block = Buffer.concat([Buffer.from('GAB2\0\x02\0\0\0\0\0\0\x04\0', 'latin1'), little(text.length), Buffer.from(text)]);
  const header = chunk('avih', Buffer.concat([little(100_000), Buffer.alloc(20), little(1), Buffer.alloc(28)]));
  const streamHeader = chunk(
    'strh',
    Buffer.concat([Buffer.from('txts\0\0\0\0', 'latin1'), Buffer.alloc(12), little(1), little(10), Buffer.alloc(28)]),
  );
  const stream = list('strl', streamHeader, chunk('strf', Buffer.alloc(0)));
  return chunk('RIFF', Buffer.concat([Buffer.from('AVI '), list('hdrl', header, stream), list('movi', chunk('00tx', block))]));
}

function little(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function chunk(type: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(type), little(body.length), body, Buffer.alloc(body.length % 2)]);
}

function list(type: string, ...chunks: readonly Buffer[]): Buffer {
  return chunk('LIST', Buffer.concat([Buffer.from(type), ...chunks]));
}
