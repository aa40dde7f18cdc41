import { expect, test } from 'vitest';
import { SceneWatcher, type SceneSnapshot } from './testing/watch-scene.ts';
import { syntheticFrame, type Figure } from './testing/synthetic-scene.ts';

/** Walkers both ways, a thing left at 12 s. */
function figuresAt(i: number): Figure[] {
  const walkers = [0, 1, 2].map((k) => ({
    left: ((i * (k + 1) + 50 * k) % 240) - 40,
    top: 20 + 22 * k,
    width: 12,
    height: 30,
    tone: 30 + 80 * k,
  }));
  return i < 20 ? [] : [...walkers, ...(i >= 120 ? [{ left: 130, top: 104, width: 12, height: 10, tone: 10 }] : [])];
}

test('a run that is interrupted and restored anywhere equals an undisturbed one exactly', () => {
  const frames = 260;
  const undisturbed = new SceneWatcher();
  const expected = Array.from({ length: frames }, (_, i) => undisturbed.watch(syntheticFrame(i, figuresAt(i))));
  expect(expected.flatMap(({ regions }) => regions.started)).not.toEqual([]);
  let watcher = new SceneWatcher();
  for (let i = 0; i < frames; i++) {
    if (i % 17 === 5) watcher = SceneWatcher.restore(structuredClone<SceneSnapshot>(watcher.snapshot()));
    expect(watcher.watch(syntheticFrame(i, figuresAt(i)))).toEqual(expected[i]);
  }
  expect(watcher.snapshot()).toEqual(undisturbed.snapshot());
});
