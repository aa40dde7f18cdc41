import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { readFloatNpy } from '../../../../tools/reference-files/npy.ts';
import { readGrayPng } from '../../../../tools/reference-files/png.ts';
import { FlowEstimator } from './flow-estimator.ts';
import type { FlowField } from './flow-field.ts';
import { defaultFlowSettings, type FlowSettings } from './flow-settings.ts';
import { meanEndpointDifference } from './testing/endpoint-difference.ts';
import { translatingTexture } from './testing/translating-texture.ts';
import { estimateReferenceFlow } from './reference/estimate-flow.ts';

const folder = join(import.meta.dirname, '../../../../../shared/reference/flow');
const isPresent = existsSync(folder);

interface ReferenceCase {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Mean error of OpenCV's own answer inside a 16-pixel border, where the truth is known. */
  readonly opencvEndpointErrorPixels?: number;
}

const cases: ReferenceCase[] = isPresent ? JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')).cases : [];

/** The kernel's flow between the frames of a reference case. */
function estimateCase({ name, width, height }: ReferenceCase): FlowField {
  using estimator = new FlowEstimator(width, height);
  return estimator.estimate(readGrayPng(join(folder, `${name}-a.png`)).data, readGrayPng(join(folder, `${name}-b.png`)).data);
}

describe.skipIf(!isPresent)("against OpenCV's answers (needs ../shared/reference)", () => {
  test.for(cases.map((entry) => [entry.name, entry] as const))('%s', ([name, entry]) => {
    const opencv = readFloatNpy(join(folder, `${name}-flow.npy`)).data;
    const isMoving = (x: number, y: number): boolean => {
      const at = 2 * (y * entry.width + x);
      return Math.hypot(opencv[at], opencv[at + 1]) > 0.5;
    };
    expect(meanEndpointDifference(estimateCase(entry), opencv, isMoving)).toBeLessThanOrEqual(0.15);
  });

  test.for(cases.filter((entry) => entry.opencvEndpointErrorPixels !== undefined).map((entry) => [entry.name, entry] as const))(
    '%s, against the truth',
    ([name, entry]) => {
      const truth = readFloatNpy(join(folder, `${name}-truth.npy`)).data;
      const isInside = (x: number, y: number): boolean => x >= 16 && x < entry.width - 16 && y >= 16 && y < entry.height - 16;
      const error = meanEndpointDifference(estimateCase(entry), truth, isInside);
      expect(error).toBeLessThanOrEqual(1.3 * (entry.opencvEndpointErrorPixels ?? 0));
    },
  );

  test('nothing moves between identical frames', () => {
    const still = cases.filter(({ name }) => name === 'still').map(estimateCase);
    expect(still).toHaveLength(1);
    expect(still[0].data.every((value) => value === 0)).toBe(true);
  });
});

describe('against the TypeScript reference', () => {
  const variants: [string, number, number, Partial<FlowSettings>][] = [
    ['default settings', 160, 120, {}],
    ['odd sides, which no level halves evenly', 131, 97, {}],
    ['the smallest frame', 16, 16, {}],
    ['a low, wide frame', 250, 17, {}],
    ['full size as finest scale', 64, 48, { finestScale: 0 }],
    ['a quarter as finest scale', 130, 90, { finestScale: 2 }],
    ['patches side by side', 90, 71, { strideSizePixels: 8 }],
    ['a patch at every pixel', 70, 50, { strideSizePixels: 1 }],
    ['no refinement', 96, 80, { variationalIterations: 0 }],
    [
      'a strong refinement',
      96,
      80,
      { variationalIterations: 8, relaxationIterations: 9, smoothnessWeight: 60, gradientWeight: 2 },
    ],
  ];
  test.for(variants)('%s (%i×%i)', ([, width, height, changes]) => {
    const settings = { ...defaultFlowSettings, ...changes };
    const { first, second } = translatingTexture(width, height, 1.3, -0.8);
    using estimator = new FlowEstimator(width, height, settings);
    const flow = estimator.estimate(first, second);
    const reference = estimateReferenceFlow(first, second, width, height, settings);
    expect(meanEndpointDifference(flow, reference.data)).toBeLessThan(0.002);
  });
});

describe('FlowEstimator', () => {
  test('follows a texture that moves', () => {
    const { first, second } = translatingTexture(160, 120, 4.4, -2.6);
    using estimator = new FlowEstimator(160, 120);
    const flow = estimator.estimate(first, second);
    const truth = Float32Array.from(flow.data, (_, index) => (index % 2 === 0 ? 4.4 : -2.6));
    const isInside = (x: number, y: number): boolean => x >= 16 && x < 144 && y >= 16 && y < 104;
    expect(meanEndpointDifference(flow, truth, isInside)).toBeLessThan(0.15);
  });

  test('gives the same bits again, whatever it estimated before, into the array given', () => {
    const { first, second } = translatingTexture(131, 97, 2, 1);
    using estimator = new FlowEstimator(131, 97);
    const once = estimator.estimate(first, second).data;
    estimator.estimate(second, new Uint8Array(131 * 97).fill(255));
    const out = new Float32Array(2 * 131 * 97);
    expect(estimator.estimate(first, second, out).data).toBe(out);
    expect(Buffer.from(out.buffer).equals(Buffer.from(once.buffer))).toBe(true);
  });

  test('agrees with the reference on noise of full contrast, where nothing matches', () => {
    const noise = (seed: number): Uint8Array =>
      Uint8Array.from({ length: 96 * 64 }, (_, index) => (Math.imul(index + seed, 2_654_435_761) & (1 << 20) ? 255 : 0));
    using estimator = new FlowEstimator(96, 64);
    const flow = estimator.estimate(noise(1), noise(7919));
    expect(meanEndpointDifference(flow, estimateReferenceFlow(noise(1), noise(7919), 96, 64).data)).toBeLessThan(0.1);
  });

  test('finds no flow in a flat frame, and finite flow between opposites', () => {
    using estimator = new FlowEstimator(64, 64);
    const black = new Uint8Array(64 * 64);
    const white = new Uint8Array(64 * 64).fill(255);
    const checks = Uint8Array.from({ length: 64 * 64 }, (_, index) => ((index + (index >> 6)) % 2) * 255);
    expect(estimator.estimate(white, white).data.every((value) => value === 0)).toBe(true);
    expect(estimator.estimate(black, white).data.every(Number.isFinite)).toBe(true);
    expect(estimator.estimate(checks, black).data.every(Number.isFinite)).toBe(true);
  });

  test('refuses sizes, settings and arrays that it cannot work on', () => {
    expect(() => new FlowEstimator(15, 240)).toThrow('frames of 16×16 to 4096×4096 pixels, this one is 15×240');
    expect(() => new FlowEstimator(5000, 240)).toThrow('this one is 5000×240');
    expect(() => new FlowEstimator(64, 64, { ...defaultFlowSettings, strideSizePixels: 9 })).toThrow(
      'strideSizePixels must be at most',
    );
    using estimator = new FlowEstimator(64, 64);
    const frame = new Uint8Array(64 * 64);
    expect(() => estimator.estimate(frame, frame.subarray(1))).toThrow('A 64×64 gray frame has 4096 bytes, this one has 4095');
    expect(() => estimator.estimate(frame, frame, new Float32Array(3))).toThrow('takes 8192 numbers, the array given has 3');
  });

  test('refuses to work once disposed of', () => {
    const estimator = new FlowEstimator(64, 64);
    estimator[Symbol.dispose]();
    const frame = new Uint8Array(64 * 64);
    expect(() => estimator.estimate(frame, frame)).toThrow('after its estimator was disposed of');
  });

  test('lets go of its memory when disposed of, even while it is referred to', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const heldBytes = async (): Promise<number> => {
      for (let round = 0; round < 3; round++) {
        collect();
        await nextTurn();
      }
      return process.memoryUsage().external;
    };
    const before = await heldBytes();
    const estimator = new FlowEstimator(1600, 1200);
    const during = await heldBytes();
    estimator[Symbol.dispose]();
    const after = await heldBytes();
    expect(during - before).toBeGreaterThan(50e6);
    expect(after - before).toBeLessThan(5e6);
    expect(() => estimator.estimate(new Uint8Array(0), new Uint8Array(0))).toThrow('disposed of');
  });
});
