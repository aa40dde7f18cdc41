import { expect, it } from 'vitest';
import { tileAt } from './sprite.ts';

const sprite = { url: '', tileWidth: 160, tileHeight: 90, columns: 10, rows: 2, tiles: 12, secondsPerTile: 2 };

it.each([
  [0, { left: 0, top: 0 }],
  [1.9, { left: 0, top: 0 }],
  [19, { left: 1440, top: 0 }],
  [20, { left: 0, top: 90 }],
  [500, { left: 160, top: 90 }],
  [-1, { left: 0, top: 0 }],
])('the picture of %d s lies at %j', (seconds, place) => expect(tileAt(sprite, seconds)).toEqual(place));
