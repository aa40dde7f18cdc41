import { expect, test } from 'vitest';
import { isVideoByName, readDrop } from './pick-files.ts';

test.each([
  ['gate.mp4', '', true],
  ['GATE.MKV', '', true],
  ['00012.MTS', '', true],
  ['recording', 'video/webm', true],
  ['notes.txt', 'text/plain', false],
  ['mp4', '', false],
  ['.DS_Store', '', false],
])('%s of type "%s" is a video: %s', (name, type, isVideo) => expect(isVideoByName({ name, type })).toBe(isVideo));

const fileEntry = (name: string, fullPath: string) => ({
  isDirectory: false,
  fullPath,
  file: (resolve: (file: File) => void) => resolve(new File(['x'], name)),
});

/** A folder whose reader hands over two entries at a time, as browsers hand over a hundred. */
function folderEntry(entries: readonly object[]) {
  return {
    isDirectory: true,
    createReader: () => {
      const left = [...entries];
      return { readEntries: (resolve: (some: readonly object[]) => void) => resolve(left.splice(0, 2)) };
    },
  };
}

test('a drop has the files as they are, and the videos of folders with all that is below', async () => {
  const monday = folderEntry([
    fileEntry('10.mp4', '/monday/10.mp4'),
    fileEntry('9.mp4', '/monday/9.mp4'),
    fileEntry('notes.txt', '/monday/notes.txt'),
    fileEntry('._9.mp4', '/monday/._9.mp4'),
    folderEntry([fileEntry('a.mkv', '/monday/gate/a.mkv')]),
  ]);
  const items = [
    { kind: 'string' },
    { kind: 'file', webkitGetAsEntry: () => fileEntry('odd', '/odd'), getAsFile: () => new File(['x'], 'odd') },
    { kind: 'file', webkitGetAsEntry: () => monday, getAsFile: () => null },
  ];
  const { files, leftOut } = await readDrop(items as unknown as DataTransferItemList);
  expect(files.map(({ file, folder }) => [folder, file.name])).toEqual([
    ['', 'odd'],
    ['monday', '9.mp4'],
    ['monday', '10.mp4'],
    ['monday/gate', 'a.mkv'],
  ]);
  expect(leftOut).toBe(2);
});
