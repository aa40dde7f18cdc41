import { expect, it } from 'vitest';
import { parseSceneCount } from './scene-count.ts';

it('reads how many scenes are made', () => {
  expect(['1', '10', '1000'].map(parseSceneCount)).toEqual([1, 10, 1000]);
  for (const text of ['0', '-1', '1.5', 'ten', '', '1001']) expect(() => parseSceneCount(text)).toThrow(/^--scenes /);
});
