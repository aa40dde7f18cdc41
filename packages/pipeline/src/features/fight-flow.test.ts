import type { BoundingBox } from '@vigil/contracts';
import { FightWatcher, makeFeatureGrid } from '@vigil/detection';
import { describe, expect, it } from 'vitest';
import { FlowCells } from './flow-cells.ts';

const [width, height] = [360, 240];
const grid = makeFeatureGrid(width, height);
const stepSeconds = 0.2;

/** Motion in body heights a second, x to the right and y down. */
type Velocity = readonly [x: number, y: number];

/** How the parts of a body move at a moment. */
interface Gesture {
  readonly torso: Velocity;
  readonly leftArm: Velocity;
  readonly rightArm: Velocity;
  readonly leftLeg: Velocity;
  readonly rightLeg: Velocity;
}

interface Body {
  readonly box: BoundingBox;
  readonly gesture: Gesture;
}

/** Where the parts are, in fractions of the body's box: left, top, right, bottom. */
const parts: readonly (readonly [keyof Gesture, number, number, number, number])[] = [
  ['torso', 0.3, 0, 0.7, 0.55],
  ['leftLeg', 0.25, 0.55, 0.5, 1],
  ['rightLeg', 0.5, 0.55, 0.75, 1],
  ['leftArm', 0, 0.15, 0.45, 0.3],
  ['rightArm', 0.5, 0.2, 1, 0.35],
];

/** The flow that bodies before a still background give, `[height, width, 2]` pixels. */
function flowOf(bodies: readonly Body[]): Float32Array {
  const data = new Float32Array(width * height * 2);
  for (const { box, gesture } of bodies) {
    for (const [part, left, top, right, bottom] of parts) {
      const [vx, vy] = gesture[part];
      const scale = box.height * height * stepSeconds;
      const toX = Math.min(width, Math.round((box.left + right * box.width) * width));
      const toY = Math.min(height, Math.round((box.top + bottom * box.height) * height));
      for (let y = Math.max(0, Math.round((box.top + top * box.height) * height)); y < toY; y++) {
        for (let x = Math.max(0, Math.round((box.left + left * box.width) * width)); x < toX; x++) {
          data[(y * width + x) * 2] = vx * scale;
          data[(y * width + x) * 2 + 1] = vy * scale;
        }
      }
    }
  }
  return data;
}

/** How fight-like five seconds of a scene are, 1 at the threshold. */
function highestOf(scene: (seconds: number) => readonly Body[]): number {
  const cells = new FlowCells(grid, width, height);
  const watcher = new FightWatcher(grid);
  for (let index = 0; index < 25; index++) {
    const seconds = index * stepSeconds;
    const bodies = scene(seconds);
    watcher.push({
      index,
      seconds,
      motion: index === 0 ? null : cells.pool({ width, height, data: flowOf(bodies) }, stepSeconds),
      appearance: null,
      tracks: [],
      people: null,
      sightings: index % 3 === 1 ? bodies.map(({ box }) => ({ box, score: 0.4 })) : null,
      camera: null,
      blobCount: bodies.length,
      stationaryStarted: [],
      stationaryEnded: [],
    });
  }
  watcher.end();
  return watcher.highest;
}

const swing = (seconds: number, perSecond: number, phase = 0): number => Math.sin(2 * Math.PI * (perSecond * seconds + phase));
const boxAt = (left: number, size = 0.5): BoundingBox => ({ left, top: 0.3, width: (0.4 * size) / grid.aspect, height: size });

/** A walker: the whole body moves on, arms and legs swing about that. */
function walking(speed: number, seconds: number): Gesture {
  const stride = 0.6 * speed * swing(seconds, 0.9);
  return {
    torso: [speed, 0],
    leftArm: [speed + stride / 2, 0],
    rightArm: [speed - stride / 2, 0],
    leftLeg: [speed - stride, 0],
    rightLeg: [speed + stride, 0],
  };
}

/** Sways a little, as who stands talking or holds somebody does. */
function standing(seconds: number, phase: number): Gesture {
  const sway: Velocity = [0.05 * swing(seconds, 0.4, phase), 0];
  return { torso: sway, leftArm: [0.1 * swing(seconds, 0.7, phase), 0.1], rightArm: sway, leftLeg: [0, 0], rightLeg: [0, 0] };
}

/** Strikes and pulls: each limb its own way, the body to and fro. */
function fighting(seconds: number, phase: number): Gesture {
  return {
    torso: [0.4 * swing(seconds, 0.8, phase), 0.1],
    leftArm: [1.8 * swing(seconds, 1.7, phase), 0.8 * swing(seconds, 1.3, phase)],
    rightArm: [-1.6 * swing(seconds, 1.9, phase + 0.2), -0.7 * swing(seconds, 1.1, phase)],
    leftLeg: [0.8 * swing(seconds, 1.2, phase), 0],
    rightLeg: [-0.7 * swing(seconds, 1.4, phase), 0],
  };
}

const still: Gesture = { torso: [0, 0], leftArm: [0, 0], rightArm: [0, 0], leftLeg: [0, 0], rightLeg: [0, 0] };

describe('fight-like motion of drawn bodies', () => {
  it.each([0.45, 0.6, 0.8])('is that of two who strike at each other, %f picture heights tall', (size) => {
    const fight = (seconds: number): Body[] => [
      { box: boxAt(0.35, size), gesture: fighting(seconds, 0) },
      { box: boxAt(0.35 + size / 5, size), gesture: fighting(seconds, 0.37) },
    ];
    expect(highestOf(fight)).toBeGreaterThan(1.5);
  });

  it('is not that of two who walk past each other', () => {
    const passing = (seconds: number): Body[] => [
      { box: boxAt(-0.3 + 0.27 * seconds), gesture: walking(0.8, seconds) },
      { box: boxAt(1.1 - 0.27 * seconds), gesture: walking(-0.8, seconds) },
    ];
    expect(highestOf(passing)).toBeLessThan(0.8);
  });

  it.each([1.7, 2.5, 3])(
    'is not that of two small ones who stroll past each other after %f s: a cell holds parts of both',
    (meeting) => {
      const size = 0.3;
      const passing = (seconds: number): Body[] => {
        const way = (0.4 * size * (seconds - meeting)) / grid.aspect;
        return [
          { box: boxAt(0.4 + way, size), gesture: walking(0.4, seconds) },
          { box: boxAt(0.4 - way, size), gesture: walking(-0.4, seconds + 0.3) },
        ];
      };
      expect(highestOf(passing)).toBeLessThan(1);
    },
  );

  it('is not that of two who walk side by side at a good pace', () => {
    const pair = (seconds: number): Body[] => [
      { box: boxAt(0.02 + 0.213 * seconds, 0.4), gesture: walking(0.8, seconds) },
      { box: boxAt(0.12 + 0.213 * seconds, 0.4), gesture: walking(0.8, seconds + 0.3) },
    ];
    expect(highestOf(pair)).toBeLessThan(0.8);
  });

  it('is not that of two who embrace', () => {
    const embrace = (seconds: number): Body[] => [
      { box: boxAt(0.4), gesture: standing(seconds, 0) },
      { box: boxAt(0.5), gesture: standing(seconds, 0.4) },
    ];
    expect(highestOf(embrace)).toBeLessThan(0.6);
  });

  it('is not that of one who waves an arm at another', () => {
    const waving = (seconds: number): Body[] => [
      { box: boxAt(0.3), gesture: { ...still, rightArm: [1.2 * swing(seconds, 1.3), 0.3] } },
      { box: boxAt(0.55), gesture: standing(seconds, 0.4) },
    ];
    expect(highestOf(waving)).toBeLessThan(1);
  });

  it('is not that of one alone', () => {
    expect(highestOf((seconds) => [{ box: boxAt(0.4), gesture: fighting(seconds, 0) }])).toBeLessThan(1);
  });
});
