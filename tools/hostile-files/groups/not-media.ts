import { deflateRawSync, gzipSync } from 'node:zlib';
import type { GroupMaker } from './group.ts';

/** Files of every other kind under the names of videos. */
export const addNotMedia: GroupMaker = ({ corpus, seeds, random }) => {
  const zip = Buffer.concat([
    Buffer.from('PK\x03\x04\x14\0\0\0\x08\0', 'latin1'),
    Buffer.alloc(20),
    deflateRawSync(Buffer.alloc(1e6)),
  ]);
  const files: readonly (readonly [what: string, extension: string, bytes: Uint8Array | string])[] = [
    ['nothing', 'mp4', ''],
    ['one byte', 'mp4', '\0'],
    ['text', 'mp4', 'Dear diary, today nothing happened.\n'.repeat(300)],
    ['a web page', 'html', '<!doctype html><title>Not found</title><h1>404</h1>'],
    ['a web page called video', 'mp4', `<!doctype html><title>Log in</title>${'<p>x</p>'.repeat(5000)}`],
    ['a ZIP archive', 'mkv', zip],
    ['a gzip of a video', 'mp4', gzipSync(seeds.copy('h264.mp4'))],
    ['an ELF program', 'avi', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), random.bytes(9000)])],
    ['a PDF', 'mov', `%PDF-1.7\n${'1 0 obj <</Type/Catalog>> endobj\n'.repeat(200)}%%EOF`],
    ['noise', 'mp4', random.bytes(100_000)],
    ['noise called transport stream', 'ts', random.bytes(50_000)],
    ['zeros', 'mpg', Buffer.alloc(200_000)],
    ['synchronisation bytes alone', 'ts', Buffer.alloc(188_000, 0x47)],
    ['start codes alone', 'h264', Buffer.from('000001'.repeat(30_000), 'hex')],
    ['MP3 headers alone', 'mp3', Buffer.from('fffb9064'.repeat(20_000), 'hex')],
    ['a database', 'mp4', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8000, 5)])],
    ['a JPEG head', 'jpg', Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100', 'hex'), random.bytes(4000)])],
  ];
  for (const [what, extension, bytes] of files) corpus.add('not-media', what, extension, bytes);
};
