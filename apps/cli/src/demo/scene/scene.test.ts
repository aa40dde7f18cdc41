import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sceneSize } from './camera.ts';
import { normalScene, type Scene, testScene } from './scene.ts';

function digest(scene: Scene, frames: number): string {
  const hash = createHash('sha256');
  let count = 0;
  for (const canvas of scene.frames()) {
    hash.update(canvas.data);
    if (++count === frames) break;
  }
  return hash.digest('hex');
}

describe('the scene of the demo', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(digest(testScene(3), 5)).toBe(digest(testScene(3), 5));
    expect(digest(testScene(3), 5)).not.toBe(digest(testScene(4), 5));
    expect(digest(testScene(3), 5)).not.toBe(digest(normalScene(3), 5));
  });

  it('has the size and length that it says', () => {
    const [first] = normalScene(1).frames();
    expect(first).toMatchObject(sceneSize);
    expect(normalScene(1).events).toEqual([]);
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 1234567, 2 ** 32 - 1])('plants three events apart from each other, seed %d', (seed) => {
    const { events, durationSeconds } = testScene(seed);
    expect(events.map(({ kind }) => kind)).toEqual(['runner', 'vehicle', 'left-bag']);
    expect(events[0].startSeconds).toBeGreaterThan(10);
    for (const [index, event] of events.slice(1).entries()) {
      expect(event.startSeconds - events[index].endSeconds).toBeGreaterThanOrEqual(8);
    }
    const bag = events[2];
    expect(bag.endSeconds - bag.startSeconds).toBeGreaterThanOrEqual(25);
    expect(bag.endSeconds).toBeLessThan(durationSeconds);
    for (const { box } of events.flatMap(({ path }) => path)) {
      expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
      expect(Math.max(box.left + box.width, box.top + box.height)).toBeLessThanOrEqual(1.0001);
    }
  });
});
