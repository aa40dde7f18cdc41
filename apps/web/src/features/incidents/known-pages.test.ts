import { expect, it } from 'vitest';
import { countOf, cursorsOf, idAt, idsBetween, type KnownPages, neededCursors, withPage } from './known-pages.ts';

const first = { cursor: null, ids: ['a', 'b', 'c'], nextCursor: 'p2' };
const second = { cursor: 'p2', ids: [], nextCursor: 'p3' };
const third = { cursor: 'p3', ids: ['d', 'e'], nextCursor: null };
const pages: KnownPages = [first, second, third];

it('pages are joined one after the other', () => {
  expect(withPage([], second)).toEqual([]);
  const all = [first, second, third].reduce<KnownPages>(withPage, []);
  expect(all).toEqual(pages);
  expect(withPage(all, { ...first })).toBe(all);
  expect(countOf(all)).toBe(5);
  expect([0, 2, 3, 4, 5].map((index) => idAt(all, index))).toEqual(['a', 'c', 'd', 'e', undefined]);
  expect(idsBetween(all, 3, 1)).toEqual(['b', 'c', 'd']);
});

it('a page that ends elsewhere than before makes those after it void', () => {
  const fewer = { ...first, ids: ['a', 'c'] };
  expect(withPage(pages, fewer)).toEqual([fewer, second, third]);
  const moved = { ...first, ids: ['new', 'a', 'b'], nextCursor: 'p2b' };
  expect(withPage(pages, moved)).toEqual([moved]);
});

it('the pages of the places in sight are needed, and the next one near the end', () => {
  expect(neededCursors([], 0, 10, 5)).toEqual([null]);
  expect(neededCursors([first], 0, 0, 1)).toEqual([null]);
  expect(neededCursors([first], 0, 1, 2)).toEqual([null, 'p2']);
  expect(neededCursors([first, second], 0, 2, 1)).toEqual([null, 'p3']);
  expect(neededCursors(pages, 3, 4, 10)).toEqual(['p3']);
  expect(cursorsOf(pages, new Set(['e', 'b']))).toEqual([null, 'p3']);
});
