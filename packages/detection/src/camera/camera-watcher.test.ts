import { describe, expect, it } from 'vitest';
import type { CameraSample, CameraView } from '../features/camera-sample.ts';
import type { RuleEvent } from '../incidents/rule-event.ts';
import { CameraWatcher } from './camera-watcher.ts';

const healthyView: CameraView = {
  judgedTiles: 100,
  seenShare: 0.95,
  emptyShare: 0.01,
  edgeGain: 1,
  sharpness: 1,
  shift: null,
  lostBox: null,
};

const covered: Partial<CameraView> = {
  seenShare: 0.05,
  emptyShare: 0.9,
  lostBox: { left: 0, top: 0, width: 1, height: 1 },
};

function sample(view: Partial<CameraView> | null = {}, found: Partial<CameraSample> = {}): CameraSample {
  return {
    brightness: { meanLevel: 110, lowLevel: 40, highLevel: 200, whiteShare: 0 },
    repetition: { repeatedShare: 0.1, repeatedSeconds: 0, unusualShare: 0 },
    flicker: { share: 0, swingsPerSecond: 0 },
    view: view && { ...healthyView, ...view },
    referenceRenewed: false,
    ...found,
  };
}

/** Watches samples a fifth of a second apart; `faulty` says at which of them a fault lasts. */
function watch(samples: readonly (CameraSample | null)[]): { events: RuleEvent[]; faulty: boolean[]; suspected: boolean[] } {
  const watcher = new CameraWatcher();
  const events: RuleEvent[] = [];
  const [faulty, suspected]: boolean[][] = [[], []];
  for (const [index, camera] of samples.entries()) {
    events.push(...watcher.push({ seconds: index / 5, camera }));
    faulty.push(watcher.faulty);
    suspected.push(watcher.suspected);
  }
  return { events: [...events, ...watcher.end()], faulty, suspected };
}

const times = (count: number, camera: CameraSample | null): (CameraSample | null)[] =>
  Array.from({ length: count }, () => camera);

describe('CameraWatcher', () => {
  it('raises a fault that lasts, with its time, its figures and where it is', () => {
    const { events, faulty, suspected } = watch([...times(10, sample()), ...times(15, sample(covered)), ...times(10, sample())]);
    expect(events).toEqual([
      {
        kind: 'camera.covered',
        modality: 'camera',
        startSeconds: 2,
        endSeconds: 4.8,
        peakSeconds: 2,
        decidedSeconds: 3.2,
        strength: 0.9 / 0.6,
        title: 'The camera is covered',
        summary: "90 % of the scene's edges are gone with nothing in their place for 2.8 s.",
        details: { coveredShare: 0.9, seenShare: 0.05 },
        boundingBoxes: [{ left: 0, top: 0, width: 1, height: 1 }],
        trackId: null,
      },
    ]);
    expect(suspected.indexOf(true)).toBe(10);
    expect(faulty.indexOf(true)).toBe(16);
    expect(faulty.lastIndexOf(true)).toBe(28);
  });

  it('says nothing of what is over at once, of moments without a look, and of an unknown scene', () => {
    expect(watch([...times(10, sample()), ...times(5, sample(covered)), ...times(10, sample())]).events).toEqual([]);
    expect(watch(times(30, null)).events).toEqual([]);
    expect(watch(times(30, sample(null))).events).toEqual([]);
  });

  it('bridges a moment that does not show the fault', () => {
    const flaw = [...times(4, sample(covered)), sample(), ...times(4, sample(covered))];
    expect(watch(flaw).events.map(({ kind }) => kind)).toEqual(['camera.covered']);
  });

  it('keeps a raised fault until the edges are back, also where less of it shows', () => {
    const less = sample({ seenShare: 0.45, emptyShare: 0.4 });
    const { events } = watch([...times(10, sample(covered)), ...times(10, less), ...times(10, sample())]);
    expect(events.map(({ kind, endSeconds }) => [kind, endSeconds])).toEqual([['camera.covered', 3.8]]);
    expect(watch(times(20, less)).events).toEqual([]);
  });

  it('takes the last search for a shift for true until the next', () => {
    const shift = { x: 0.05, y: 0, likeness: 0.8, likenessUnmoved: 0.1 };
    const lost = { seenShare: 0.4, emptyShare: 0.05 };
    const searched = [sample({ ...lost, shift }), ...times(9, sample(lost))];
    expect(watch(searched).events.map(({ kind, details }) => [kind, details['shiftWidths']])).toEqual([['camera.moved', 0.05]]);
    const near = { x: 0.005, y: 0, likeness: 0.8, likenessUnmoved: 0.1 };
    const alike = { x: 0.05, y: 0, likeness: 0.8, likenessUnmoved: 0.7 };
    for (const other of [near, alike]) expect(watch(times(10, sample({ ...lost, shift: other }))).events).toEqual([]);
  });

  it('ends what lasts when a new view is known', () => {
    const gone = sample({ seenShare: 0.1, emptyShare: 0.1 });
    const renewed = { ...gone, referenceRenewed: true };
    const { events, faulty } = watch([...times(50, gone), renewed, ...times(5, sample())]);
    expect(events.map(({ kind, endSeconds }) => [kind, endSeconds])).toEqual([['camera.moved', 9.8]]);
    expect(faulty[50]).toBe(false);
  });

  it('names the worst fault alone, and flicker beside it', () => {
    const brightness = { meanLevel: 4, lowLevel: 1, highLevel: 9, whiteShare: 0 };
    const dark = sample({ ...covered, sharpness: 0.1 }, { brightness });
    expect(watch(times(20, dark)).events.map(({ kind }) => kind)).toEqual(['camera.dark']);
    const white = { meanLevel: 240, lowLevel: 180, highLevel: 255, whiteShare: 0.8 };
    const glaring = sample(covered, { brightness: white, flicker: { share: 1, swingsPerSecond: 6 } });
    expect(watch(times(20, glaring)).events.map(({ kind }) => kind)).toEqual(['camera.glare', 'camera.flicker']);
  });

  it('begins a frozen picture where it began to be repeated', () => {
    const frozen = (seconds: number): CameraSample =>
      sample({}, { repetition: { repeatedShare: 1, repeatedSeconds: seconds, unusualShare: seconds > 0.7 ? 0.9 : 0.2 } });
    const samples = [...times(10, sample()), ...Array.from({ length: 10 }, (_, index) => frozen(index / 5))];
    const [event] = watch(samples).events;
    expect([
      event.kind,
      Math.round(event.startSeconds * 10) / 10,
      event.decidedSeconds,
      event.details['repeatedSeconds'],
    ]).toEqual(['camera.frozen', 2, 2.8, 0.8]);
  });

  it('does not take a lens out of focus for one where sharpness cannot be told', () => {
    expect(watch(times(20, sample({ sharpness: 0.2 }))).events.map(({ kind }) => kind)).toEqual(['camera.defocused']);
    expect(watch(times(20, sample({ sharpness: NaN }))).events).toEqual([]);
  });
});
