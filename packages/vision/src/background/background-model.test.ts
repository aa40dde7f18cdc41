import { expect, test } from 'vitest';
import { syntheticFrame, syntheticPicture, type Figure, type Lighting } from '../tracks/testing/synthetic-scene.ts';
import { BackgroundModel, type BackgroundReport } from './background-model.ts';
import { defaultBackgroundSettings } from './background-settings.ts';
import { ChangeGate } from './change-gate.ts';
import { maskValues } from './pixel-history.ts';

const { width, height } = syntheticPicture;

/** Shows `frames` frames to a model and returns the last report and all restarts. */
function show(
  frames: number,
  figuresAt: (index: number) => readonly Figure[],
  lightingAt: (index: number) => Lighting = () => ({}),
  model = new BackgroundModel(width, height),
): { report: BackgroundReport; restarts: number[]; largestShare: number } {
  const gate = new ChangeGate(width, height);
  let report: BackgroundReport | null = null;
  const restarts: number[] = [];
  let largestShare = 0;
  for (let i = 0; i < frames; i++) {
    const frame = syntheticFrame(i, figuresAt(i), lightingAt(i));
    report = model.update(frame, gate.update(frame));
    if (report.restarted) restarts.push(i);
    largestShare = Math.max(largestShare, report.foregroundShare);
  }
  if (!report) throw new Error('no frames');
  return { report, restarts, largestShare };
}

const walker = (index: number): Figure => ({ left: 10 + index, top: 40, width: 12, height: 30, tone: 30 });

test('a walker is foreground where it is, and nowhere else', () => {
  const { report } = show(60, (i) => (i < 20 ? [] : [walker(i)]));
  let inside = 0;
  let outside = 0;
  report.mask.forEach((value, i) => {
    const x = i % width;
    const y = Math.floor(i / width);
    const within = x >= 69 && x < 81 && y >= 40 && y < 70;
    if (value === maskValues.active && within) inside++;
    if (value !== maskValues.background && !within) outside++;
  });
  expect(inside / (12 * 30)).toBeGreaterThan(0.95);
  expect(outside).toBeLessThan(10);
});

test('the hole that somebody leaves who was there at the start is soon background', () => {
  const { report } = show(50, (i) => [{ ...walker(0), left: i < 10 ? 20 : Math.min(400, 20 + (i - 10) * 8) }]);
  expect(report.foregroundShare).toBeLessThan(0.002);
});

test('daylight that fades by half over a minute is not foreground', () => {
  const { largestShare, restarts } = show(
    600,
    () => [],
    (i) => ({ gain: 1.2 - (0.6 * i) / 600 }),
  );
  expect(largestShare).toBeLessThan(0.02);
  expect(restarts).toEqual([0]);
});

test('a light that is switched off does not stay as foreground', () => {
  const { report } = show(
    60,
    () => [],
    (i) => (i < 30 ? {} : { gain: 0.35 }),
  );
  expect(report.foregroundShare).toBeLessThan(0.01);
});

test('another scene starts the background again', () => {
  const panel = { left: 0, top: 0, width, height, tone: 220 };
  const { report, restarts } = show(60, (i) =>
    i < 30
      ? []
      : [
          { ...panel, width: 130 },
          { ...panel, left: 130, tone: 10 },
        ],
  );
  expect(restarts).toHaveLength(2);
  expect(restarts[1]).toBeLessThanOrEqual(36);
  expect(report.foregroundShare).toBeLessThan(0.01);
});

test('a thing that stops is absorbed after the time set for it, and settled before', () => {
  const model = (): BackgroundModel => new BackgroundModel(width, height, { ...defaultBackgroundSettings, absorbSeconds: 8 });
  const box = (i: number): Figure[] => (i < 100 ? [] : [{ left: 60, top: 60, width: 16, height: 16, tone: 30 }]);
  const before = show(150, box, () => ({}), model()).report;
  const settled = before.mask.filter((value) => value === maskValues.settled).length;
  expect(settled).toBeGreaterThan(200);
  expect(before.activePixels).toBe(0);
  expect(show(200, box, () => ({}), model()).report.foregroundShare).toBe(0);
});
