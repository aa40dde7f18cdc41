import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sceneSize } from './camera.ts';
import { sceneSampleRateHz } from '../sound/sound-track.ts';
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

  it('has steps and a street to hear, and in the second part a bang', () => {
    const test = testScene(3);
    const bang = test.events.find(({ kind }) => kind === 'bang')?.startSeconds ?? 0;
    const peak = (samples: Float32Array, from: number, to: number): number =>
      samples
        .subarray(from * sceneSampleRateHz, to * sceneSampleRateHz)
        .reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    const [normal, sound] = [normalScene(3).sound(), test.sound()];
    expect(sound).toHaveLength(test.durationSeconds * sceneSampleRateHz);
    expect(peak(normal, 0, 140)).toBeLessThan(0.06);
    expect(peak(sound, 0, bang)).toBeLessThan(0.06);
    expect(peak(sound, bang, bang + 0.1)).toBeGreaterThan(0.35);
    expect(peak(sound, bang + 2, 98)).toBeLessThan(0.06);
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 1234567, 2 ** 32 - 1])('plants six events apart from each other, seed %d', (seed) => {
    const { events, durationSeconds } = testScene(seed);
    expect(events.map(({ kind }) => kind)).toEqual(['runner', 'bang', 'vehicle', 'left-bag', 'collapse', 'covered-camera']);
    expect(events[0].startSeconds).toBeGreaterThan(10);
    for (const [index, event] of events.slice(1).entries()) {
      const before = events[index];
      const isLasting = before.kind === 'left-bag' || before.kind === 'collapse';
      const gap = event.startSeconds - (isLasting ? before.startSeconds : before.endSeconds);
      expect(gap).toBeGreaterThanOrEqual(isLasting ? 12 : 3);
    }
    for (const event of events.slice(3, 5)) {
      expect(event.endSeconds - event.startSeconds).toBeGreaterThanOrEqual(25);
      expect(event.endSeconds).toBeLessThan(durationSeconds);
    }
    for (const { box } of events.flatMap(({ path }) => path ?? [])) {
      expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
      expect(Math.max(box.left + box.width, box.top + box.height)).toBeLessThanOrEqual(1.0001);
    }
  });
});
