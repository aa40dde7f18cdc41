import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import type { GroupMaker } from './group.ts';

const mkfifo = '/usr/bin/mkfifo';

/** Names of a sound video that look like something else, as text or as bytes. */
const names: readonly (string | Buffer)[] = [
  "quo'te.mp4", 'double"quote.mp4', 'line\nbreak.mp4', 'carriage\rreturn.mp4', 'bell\u0007\u001b[31mred.mp4', '-i', '--help', '-dash.mp4', '%03d.mp4', '%s%n%x.mp4',
  'semi;colon && touch x.mp4', '$(touch y).mp4', '`touch z`.mp4', 'http:a.mp4', 'concat:a|b', 'pipe:0', 'subfile,,start,0,end,9,,:a.mp4', 'data:text,a', 'file:a.mp4',
  'a*?[b].mp4', ' leading and trailing ', 'tab\tname.mp4', 'right\u202eto left\u2066.4pm.exe', 'bücher 影片 🎬.mp4', 'e\u0301combined.mp4', '.hidden', '...', 'no-extension',
  `${'l'.repeat(251)}.mp4`, 'back\\slash.mp4', 'line\u2028separator.mp4', 'playlist.m3u8', 'video.ffconcat', '~', '<img src=x onerror=alert(1)>.mp4', '#hash?query=1.mp4',
  Buffer.from('latin\xe9\xff.mp4', 'latin1'), Buffer.from('\xc3\x28 broken.mp4', 'latin1'), Buffer.from('\xed\xa0\x80 half.mp4', 'latin1'),
]; // prettier-ignore

/** Well-formed videos under names that look like options, addresses, commands or nothing at all, and paths that are no files. */
export const addNames: GroupMaker = ({ corpus, seeds, canaryFile }) => {
  const good = seeds.copy('h264.mp4');
  for (const name of names) {
    const shown = typeof name === 'string' ? name : `bytes ${name.toString('hex')}`;
    corpus.addNamed('names', JSON.stringify(shown), Buffer.concat([Buffer.from('names/'), Buffer.from(name)]), good);
  }
  corpus.addMade('special', 'a folder', 'special/folder.mp4', (path) => mkdirSync(path));
  corpus.addMade('special', 'a pipe', 'special/pipe.mp4', (path) => execFileSync(mkfifo, [path.toString()]));
  corpus.addMade('special', 'a link to a device', 'special/zero.mp4', (path) => symlinkSync('/dev/zero', path));
  corpus.addMade('special', 'a link to a process file', 'special/process.mp4', (path) => symlinkSync('/proc/self/mem', path));
  corpus.addMade('special', 'a link to itself', 'special/self.mp4', (path) => symlinkSync('self.mp4', path));
  corpus.addMade('special', 'a link to nothing', 'special/nothing.mp4', (path) => symlinkSync('missing.mp4', path));
  corpus.addMade('special', 'a link to a text file', 'special/text.mp4', (path) => symlinkSync('/etc/passwd', path));
  corpus.addMade('special', 'a video behind 3 GiB of nothing', 'special/sparse.mkv', (path) => {
    writeFileSync(path, seeds.copy('h264.mkv').subarray(0, 20_000));
    truncateSync(path, 3 * 1024 ** 3);
  });
  corpus.addMade('special', '8 GiB of nothing', 'special/hole.mp4', (path) => {
    writeFileSync(path, '');
    truncateSync(path, 8 * 1024 ** 3);
  });
  corpus.addMade('special', 'a link to a video', 'special/link.mp4', (path) => symlinkSync(canaryFile, path));
};
