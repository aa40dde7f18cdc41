import { expect, it } from 'vitest';
import { parseProfileName } from './profile-name.ts';

it.each(['entrance', 'Gate-2', 'a', 'cafe_1.2'])('takes %j', (text) => {
  expect(parseProfileName(text)).toBe(text);
});

it.each(['', '.', '..', '-x', 'a/b', 'a\\b', 'a b', '../up', 'x'.repeat(65), 'a\0b', 'café'])('refuses %j', (text) => {
  expect(() => parseProfileName(text)).toThrow(expect.objectContaining({ code: 'bad-request' }));
});
