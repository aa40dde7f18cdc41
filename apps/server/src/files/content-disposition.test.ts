import { expect, it } from 'vitest';
import { contentDisposition } from './content-disposition.ts';

it.each([
  ['street 1.mp4', 'inline; filename="street 1.mp4"'],
  ['a"b\\c.mp4', `inline; filename="a_b_c.mp4"; filename*=UTF-8''a%22b%5Cc.mp4`],
  ['Straße 夜.mp4', `inline; filename="Stra_e _.mp4"; filename*=UTF-8''Stra%C3%9Fe%20%E5%A4%9C.mp4`],
  ["it's (100%)*.mp4", `inline; filename="it's (100_)*.mp4"; filename*=UTF-8''it%27s%20%28100%25%29%2A.mp4`],
  ['a\r\nSet-Cookie: b', `inline; filename="a__Set-Cookie: b"; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20b`],
])('names %j', (name, header) => {
  expect(contentDisposition('inline', name)).toBe(header);
});
