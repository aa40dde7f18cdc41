import { describe, expect, it } from 'vitest';
import { placeBetween, placeChanged, placeOf, placeText } from './place-text.ts';

const box = { left: 0.1, top: 0.2, width: 0.3, height: 0.4 };
const close = (values: Record<string, number>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, expect.closeTo(value, 9)]));

describe('a place of the picture', () => {
  it('is the same out of the address again', () => {
    expect(placeText(box)).toBe('0.1,0.2,0.4,0.6');
    expect(placeOf('0.1,0.2,0.4,0.6')).toEqual(close(box));
  });

  it.each([null, '', '0,0,1', '0,0,2,1', '0.5,0,0.4,1', 'a,b,c,d', '0,0,0,0'])('is none in %j', (text) =>
    expect(placeOf(text)).toBeNull(),
  );

  it('lies between two corners, in whatever order they were drawn, and within the picture', () => {
    expect(placeBetween({ x: 0.9, y: 0.1 }, { x: 0.4, y: 1.7 })).toEqual(close({ left: 0.4, top: 0.1, width: 0.5, height: 0.9 }));
  });

  it('is moved and made larger by keys, and never leaves the picture', () => {
    expect(placeChanged(box, { x: -1, y: 0.1 }, false)).toEqual(close({ left: 0, top: 0.3, width: 0.3, height: 0.4 }));
    expect(placeChanged(box, { x: 1, y: -1 }, true)).toEqual(close({ left: 0.1, top: 0.2, width: 0.9, height: 0.02 }));
  });
});
