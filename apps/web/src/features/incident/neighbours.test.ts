import { expect, it } from 'vitest';
import { neighboursIn } from './use-neighbours.ts';

it.each([
  ['b', { previousId: 'a', nextId: 'c' }],
  ['a', { previousId: undefined, nextId: 'b' }],
  ['c', { previousId: 'b', nextId: undefined }],
  ['x', null],
])('beside %s stand %j', (id, beside) => expect(neighboursIn(['a', 'b', 'c'], id)).toEqual(beside));
