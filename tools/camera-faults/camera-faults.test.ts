import { CameraWatcher, type RuleEvent } from '@vigil/detection';
import { CameraHealth, ChangeGate } from '@vigil/vision';
import { describe, expect, it } from 'vitest';
import type { GrayPicture } from './apply-fault.ts';
import { namedChanges, type NamedChange } from './changes.ts';
import { drawnScene } from './drawn-scene.ts';

const framesPerSecond = 10;
const changeSeconds = 5;
const seconds = 11;

/** One or two of each kind are enough here; the script in this folder goes through all of them on real footage. */
const leftOut = [
  'turned 30 %',
  'covered, light, 1 s',
  'covered for 5 s',
  'defocused, sigma 5',
  'defocused, sigma 8',
  'frozen',
  'dimmed to 6 %',
  'glare',
  'light on',
  'lamp at the other side off',
];
const changes = namedChanges.filter(({ name }) => !leftOut.includes(name));

const drawn = Array.from({ length: seconds * framesPerSecond }, (_, index) => drawnScene(index / framesPerSecond));

/** Pictures of a drawn scene with a change from the fifth second on. */
function changedPictures({ change, seconds: changedSeconds = Infinity }: NamedChange): GrayPicture[] {
  const first = changeSeconds * framesPerSecond;
  return drawn.map((picture, index) => {
    const since = (index - first) / framesPerSecond;
    return since < 0 || since >= changedSeconds ? picture : change(picture, since, drawn[first - 1]);
  });
}

/** What the watcher says; the measuring goes on from a copy of its state at the given picture. */
function watch(pictures: readonly GrayPicture[], interruptedAt = -1): RuleEvent[] {
  const [{ width, height }] = pictures;
  const gate = new ChangeGate(width, height);
  const watcher = new CameraWatcher();
  let health = new CameraHealth(width, height);
  const events: RuleEvent[] = [];
  for (const [index, { data }] of pictures.entries()) {
    if (index === interruptedAt) health = new CameraHealth(width, height, structuredClone(health.snapshot()));
    const frame = { index, timeSeconds: index / framesPerSecond, width, height, data };
    const camera = health.update(frame, index % 2 === 0, gate.update(frame).moving);
    if (camera) events.push(...watcher.push({ seconds: frame.timeSeconds, camera }));
  }
  return [...events, ...watcher.end()];
}

describe('health of a camera', () => {
  it.each(changes.filter(({ kind }) => kind !== null))('finds within three seconds: $name', (change) => {
    const events = watch(changedPictures(change));
    expect(events.map(({ kind }) => kind)).toEqual([change.kind]);
    const [{ startSeconds, endSeconds, decidedSeconds, strength }] = events;
    expect(startSeconds).toBeGreaterThanOrEqual(changeSeconds - 0.2);
    expect(decidedSeconds).toBeGreaterThanOrEqual(startSeconds);
    expect(decidedSeconds).toBeLessThanOrEqual(changeSeconds + 3);
    expect(strength).toBeGreaterThanOrEqual(1);
    const ends = changeSeconds + Math.min(change.seconds ?? Infinity, seconds - changeSeconds);
    expect(Math.abs(endSeconds - ends)).toBeLessThanOrEqual(1);
  });

  it.each(changes.filter(({ kind }) => kind === null))('says nothing of: $name', (change) => {
    expect(watch(changedPictures(change))).toEqual([]);
  });

  it('says the same where it goes on from a stored state', () => {
    for (const change of namedChanges.filter(({ name }) => ['turned 3 %', 'frozen for 5 s'].includes(name))) {
      const pictures = changedPictures(change);
      const undisturbed = watch(pictures);
      for (const at of [7, 56]) expect(watch(pictures, at)).toEqual(undisturbed);
    }
  });
});

describe('a camera that is turned and stays', () => {
  it('is healthy again once its new view is known', () => {
    const turned = namedChanges.find(({ name }) => name === 'turned 8 % and 5 % down');
    if (!turned) throw new Error('no such change');
    const pictures = changedPictures(turned);
    const stays = Array.from({ length: 110 }, (_, index) =>
      turned.change(drawnScene(seconds + index / framesPerSecond), 9, pictures[0]),
    );
    const events = watch([...pictures, ...stays]);
    expect(events.map(({ kind }) => kind)).toEqual(['camera.moved']);
    expect(events[0].endSeconds).toBeGreaterThan(changeSeconds + 9);
    expect(events[0].endSeconds).toBeLessThan(changeSeconds + 12);
    expect(events[0].details['shiftWidths']).toBeCloseTo(0.08, 1);
    expect(events[0].details['shiftHeights']).toBeCloseTo(-0.05, 1);
  });
});

describe('a drawn scene without noise', () => {
  it('is not frozen where nothing moves any more', () => {
    const still = drawnScene(0, 0);
    const pictures = Array.from({ length: 150 }, (_, index) => (index < 60 ? drawnScene(index / framesPerSecond, 0) : still));
    expect(watch(pictures)).toEqual([]);
  });
});
