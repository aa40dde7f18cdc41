import { expect, it } from 'vitest';
import { fileNameOf } from './file-name.ts';

it.each([
  ['street.mp4', 'street.mp4'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\me\\clip.avi', 'clip.avi'],
  ['folder/', 'folder'],
  ['Überwachung 夜.mp4', 'Überwachung 夜.mp4'],
  ['U\u0308ber.mp4', 'Über.mp4'],
  ['a\0b\r\nc\u202egpj.exe', 'abcgpj.exe'],
  ['  two   words \t.mp4 ', 'two words .mp4'],
  ['', 'video'],
  ['..', 'video'],
  ['/', 'video'],
  ['\u0007', 'video'],
  ['<script>.mp4', '<script>.mp4'],
])('%j is shown as %j', (given, shown) => {
  expect(fileNameOf(given)).toBe(shown);
});

it('keeps the extension of a long name, and no half characters', () => {
  const name = fileNameOf(`${'😀'.repeat(200)}.mp4`);
  expect(name).toHaveLength(254);
  expect(name.endsWith('😀.mp4')).toBe(true);
  expect(name.isWellFormed()).toBe(true);
});
