import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeMedia, steadyTimes } from './fixtures/make-media.ts';
import { grayOf, graySteps } from './fixtures/paint.ts';
import { meanOf, readFrames } from './fixtures/read-frames.ts';
import { TestFolder } from './fixtures/test-folder.ts';
import { openFrames } from './open-frames.ts';
import { residentBytes } from './process/memory-watch.ts';

const folder = new TestFolder();
const steps = folder.file('steps.mp4');

beforeAll(() => {
  makeMedia(steps, {
    width: 64,
    height: 48,
    times: steadyTimes(60, 10),
    paint: graySteps(64, 48),
    encoderOptions: { preset: 'fast', bf: 3 },
  });
});
afterAll(() => folder[Symbol.dispose]());

function digest(frames: { data: Uint8Array; index: number; timeSeconds: number }[]): string[] {
  return frames.map(({ data, index, timeSeconds }) =>
    createHash('sha256').update(`${index} ${timeSeconds} `).update(data).digest('hex'),
  );
}

describe('openFrames', () => {
  it('delivers every picture of a 10 fps file in order of presentation, B-frames and all', async () => {
    const { frames, source } = await readFrames(steps);
    expect(frames.map((frame) => frame.index)).toEqual(steadyTimes(60, 1));
    frames.forEach((frame, index) => expect(frame.timeSeconds).toBeCloseTo(index / 10, 4));
    frames.forEach((frame, index) => expect(Math.abs(meanOf(frame)[0] - grayOf(index))).toBeLessThan(3));
    expect(source.graySize).toEqual({ width: 64, height: 48 });
    expect(source.truncated).toBeNull();
    expect(source.damagedPackets).toBe(0);
  });

  it('gives the same bytes every time, and after a resume the same numbers and bytes', async () => {
    const all = digest((await readFrames(steps)).frames);
    expect(digest((await readFrames(steps)).frames)).toEqual(all);
    const { frames } = await readFrames(steps, { startAfterSeconds: 2.3 });
    expect(frames[0].index).toBe(24);
    expect(digest(frames)).toEqual(all.slice(24));
  });

  it('makes colour copies within the release window and refuses later ones', async () => {
    await using source = await openFrames(steps);
    const frames = [];
    for await (const frame of source) {
      frames.push(frame);
      if (frame.index < 16) continue;
      const colour = await frames[frame.index - 15].colour();
      expect(colour).toMatchObject({ index: frame.index - 15, width: 64, height: 48 });
      expect(Math.abs(meanOf(colour)[1] - grayOf(frame.index - 15))).toBeLessThan(4);
      await expect(frames[frame.index - 16].colour()).rejects.toMatchObject({ code: 'bad-request' });
    }
    await expect(frames[59].colour()).resolves.toMatchObject({ index: 59 });
  });

  it('ends its process when the loop is left early, and colour copies end with it', async () => {
    const source = await openFrames(steps);
    let kept = null;
    for await (const frame of source) {
      kept = frame;
      if (frame.index === 2) break;
    }
    expect(residentBytes(source.processId)).toBeNull();
    await expect(kept?.colour()).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('reads several files at once', async () => {
    const results = await Promise.all([1, 2, 3].map(() => readFrames(steps)));
    expect(results.map(({ frames }) => frames.length)).toEqual([60, 60, 60]);
  });

  it('scales to the sizes asked for, never enlarging, and refuses a senseless rate', async () => {
    const { source } = await readFrames(steps, { grayLongSidePixels: 33, colourLongSidePixels: 20 });
    expect(source.graySize).toEqual({ width: 32, height: 24 });
    expect(source.colourSize).toEqual({ width: 20, height: 16 });
    await expect(openFrames(steps, { analysisFramesPerSecond: 0 })).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('keeps the memory of its process flat over thousands of pictures', async () => {
    const long = folder.file('long.mp4');
    makeMedia(long, { width: 160, height: 120, times: steadyTimes(6000, 100), paint: graySteps(160, 120) });
    await using source = await openFrames(long, { analysisFramesPerSecond: 100 });
    let early = 0;
    let late = 0;
    for await (const frame of source) {
      if (frame.index === 1500) early = residentBytes(source.processId) ?? 0;
      if (frame.index === 5990) late = residentBytes(source.processId) ?? 0;
      if (frame.index % 50 === 0) await frame.colour();
    }
    expect(early).toBeGreaterThan(0);
    expect(late - early).toBeLessThan(24 * 1024 ** 2);
  });
});
