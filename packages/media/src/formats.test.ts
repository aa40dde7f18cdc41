import { AVCOL_RANGE_JPEG, AVCOL_RANGE_MPEG, AVCOL_SPC_BT709, AVCOL_SPC_SMPTE170M } from 'node-av/constants';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { makeMedia, steadyTimes, type Recipe } from './fixtures/make-media.ts';
import { grayOf, graySteps, movingFields, quarters, solid, type Colour } from './fixtures/paint.ts';
import { meanOf, readFrames } from './fixtures/read-frames.ts';
import { TestFolder } from './fixtures/test-folder.ts';
import { openFrames } from './open-frames.ts';
import { probe } from './probe.ts';

const folder = new TestFolder();
afterAll(() => folder[Symbol.dispose]());

let count = 0;
function made(recipe: Partial<Recipe>, extension = 'mp4'): string {
  const { width = 64, height = 48 } = recipe;
  const file = folder.file(`${(count += 1)}.${extension}`);
  makeMedia(file, { width, height, times: steadyTimes(20, 10), paint: graySteps(width, height), ...recipe });
  return file;
}

const red: Colour = [220, 30, 30];
const green: Colour = [30, 200, 30];
const blue: Colour = [30, 30, 220];
const white: Colour = [230, 230, 230];

describe('time', () => {
  it('is right for a variable frame rate', async () => {
    const times = [0, 0.5, 0.6, 0.7, 1.9, 2.0, 2.4];
    const { frames } = await readFrames(made({ times }));
    expect(frames.map(({ timeSeconds }) => Number(timeSeconds.toFixed(3)))).toEqual(times);
  });

  it('is evenly spaced at most ten a second for a faster source', async () => {
    const { frames } = await readFrames(made({ times: steadyTimes(90, 30) }));
    expect(frames).toHaveLength(30);
    frames.forEach((frame, index) => expect(frame.timeSeconds).toBeCloseTo(index / 10, 3));
    frames.forEach((frame, index) => expect(Math.abs(meanOf(frame)[0] - grayOf(3 * index))).toBeLessThan(3));
  });

  it('keeps the late start of a video track, which sound precedes', async () => {
    const late = { times: steadyTimes(20, 10).map((time) => time + 0.7), tone: { startSeconds: 0, durationSeconds: 2.5 } };
    for (const [container, extension] of [
      ['mp4', 'mp4'],
      ['matroska', 'mkv'],
      ['mpegts', 'ts'],
    ]) {
      const file = made({ ...late, container }, extension);
      const { frames, source } = await readFrames(file);
      expect(frames).toHaveLength(20);
      expect(frames[0].timeSeconds).toBeCloseTo(0.7, 1);
      expect(source.info.video?.startSeconds).toBeCloseTo(0.7, 1);
      expect(source.info.audio).toMatchObject({ codec: 'aac', sampleRateHz: 48_000, channels: 1 });
      expect(source.info.audio?.startSeconds).toBeCloseTo(0, 1);
    }
  });

  it('counts from the first packet of a transport stream', async () => {
    const { frames } = await readFrames(
      made({ times: steadyTimes(20, 10).map((time) => time + 5000), container: 'mpegts' }, 'ts'),
    );
    expect(frames[0].timeSeconds).toBeCloseTo(0, 2);
    expect(frames[19].timeSeconds).toBeCloseTo(1.9, 2);
  });

  it('leaves out what an edit list cuts away', async () => {
    const file = made({ times: steadyTimes(20, 10).map((time) => time - 0.5), encoderOptions: { g: 5 } });
    const { frames } = await readFrames(file);
    expect(frames).toHaveLength(15);
    expect(frames[0].timeSeconds).toBeCloseTo(0, 3);
    expect(Math.abs(meanOf(frames[0])[0] - grayOf(5))).toBeLessThan(3);
  });

  it('is known for streams without time stamps or duration', async () => {
    const raw = made({ container: 'h264', times: steadyTimes(20, 25) }, 'h264');
    const { frames, source } = await readFrames(raw, { analysisFramesPerSecond: 25 });
    expect(source.info.durationSeconds).toBeNull();
    expect(frames).toHaveLength(20);
    frames.forEach((frame, index) => expect(frame.timeSeconds).toBeCloseTo(index / 25, 3));
  });

  it('is known for a Matroska stream that was written live, without duration', async () => {
    const { frames, source } = await readFrames(made({ container: 'matroska', containerOptions: { live: '1' } }, 'mkv'));
    expect(source.info.durationSeconds).toBeNull();
    expect(source.truncated).toBeNull();
    expect(frames).toHaveLength(20);
  });
});

describe('pictures', () => {
  const turns = [
    { degrees: 0, turn: [1, 0, 0, 1], corner: red },
    { degrees: 90, turn: [0, 1, -1, 0], corner: blue },
    { degrees: 180, turn: [-1, 0, 0, -1], corner: white },
    { degrees: 270, turn: [0, -1, 1, 0], corner: green },
  ] as const;

  it.each(turns)('are turned by $degrees degrees', async ({ degrees, turn, corner }) => {
    const file = made({ turn, times: [0, 0.1], paint: quarters(64, 48, [red, green, blue, white]), pixelFormat: 'yuv444p' });
    const { source, frames, colour } = await firstColour(file);
    const upright = degrees % 180 === 0;
    expect(source.info.video).toMatchObject({ rotationDegrees: degrees, width: upright ? 64 : 48, height: upright ? 48 : 64 });
    expect(frames[0]).toMatchObject(source.graySize);
    expectColour(meanOf(colour, { left: 0.1, top: 0.1, right: 0.4, bottom: 0.4 }), corner);
  });

  it('are made of square pixels', async () => {
    const { source } = await readFrames(made({ width: 72, height: 58, sampleAspectRatio: [16, 11] }));
    expect(source.info.video).toMatchObject({ width: 105, height: 58 });
    expect(source.graySize).toEqual({ width: 104, height: 58 });
  });

  it.each([
    [
      '10-bit H.265',
      { encoder: 'libx265', pixelFormat: 'yuv420p10le', encoderOptions: { 'x265-params': 'log-level=none:crf=10' } },
    ],
    ['4:4:4 of odd size', { width: 67, height: 51, pixelFormat: 'yuv444p' }],
    ['RGB', { encoder: 'ffv1', pixelFormat: 'bgr0', container: 'matroska' }],
    ['16-bit gray', { encoder: 'ffv1', pixelFormat: 'gray16le', container: 'matroska' }],
    ['MPEG-4', { encoder: 'mpeg4', container: 'avi' }],
    ['Motion JPEG', { encoder: 'mjpeg', pixelFormat: 'yuvj420p', container: 'avi', colorRange: AVCOL_RANGE_JPEG }],
    ['VP9', { encoder: 'libvpx-vp9', container: 'webm', encoderOptions: { crf: 4, 'cpu-used': 8, deadline: 'realtime' } }],
  ] satisfies [string, Partial<Recipe>][])('of %s are gray at full range', async (_name, recipe) => {
    const { frames } = await readFrames(made(recipe, 'bin'));
    expect(frames).toHaveLength(20);
    frames.forEach((frame, index) => expect(Math.abs(meanOf(frame)[0] - grayOf(index))).toBeLessThan(5));
  });

  it.each([
    ['BT.601', { colorSpace: AVCOL_SPC_SMPTE170M, colorRange: AVCOL_RANGE_MPEG }],
    ['BT.709', { colorSpace: AVCOL_SPC_BT709, colorRange: AVCOL_RANGE_MPEG }],
    ['full range', { colorSpace: AVCOL_SPC_SMPTE170M, colorRange: AVCOL_RANGE_JPEG }],
  ])('have the colours of their own matrix: %s', async (_name, recipe) => {
    for (const wanted of [red, green, blue, white]) {
      const { colour } = await firstColour(
        made({ ...recipe, times: [0, 0.1], paint: solid(64, 48, () => wanted), pixelFormat: 'yuv444p' }),
      );
      meanOf(colour).forEach((value, channel) => expect(Math.abs(value - wanted[channel])).toBeLessThan(6));
    }
  });

  it('too large to be kept as decoded have the same colour copies', async () => {
    const { source, frames, colours } = await allColours(
      made({ width: 2560, height: 1440, times: steadyTimes(3, 10), paint: graySteps(2560, 1440) }),
    );
    expect(source.colourSize).toEqual({ width: 720, height: 406 });
    expect(frames).toHaveLength(3);
    colours.forEach((colour, index) => expect(Math.abs(meanOf(colour)[1] - grayOf(index))).toBeLessThan(4));
  });

  it('of two fields are made whole', async () => {
    const recipe = { width: 320, height: 96, times: steadyTimes(20, 25), paint: movingFields(320, 96, 6) };
    const coded = { encoder: 'mpeg2video', pixelFormat: 'yuv422p', container: 'matroska', encoderOptions: { b: 20_000_000 } };
    const fields = await readFrames(made({ ...recipe, ...coded, interlaced: true }, 'mkv'));
    const combed = await readFrames(made({ ...recipe, ...coded }, 'mkv'));
    expect(fields.source.info.video?.interlaced).toBe(true);
    expect(combed.source.info.video?.interlaced).toBe(false);
    expect(fields.frames.map(({ timeSeconds }) => timeSeconds)).toEqual(combed.frames.map(({ timeSeconds }) => timeSeconds));
    expect(combing(fields.frames[4])).toBeLessThan(0.3 * combing(combed.frames[4]));
  });

  it('that change their size in mid-stream are scaled to the first', async () => {
    const parts = [
      made({ container: 'mpegts' }, 'ts'),
      made({ container: 'mpegts', width: 96, height: 80, times: steadyTimes(20, 10).map((t) => t + 2) }, 'ts'),
    ];
    const file = folder.file('sizes.ts');
    writeFileSync(file, Buffer.concat(parts.map((part) => readFileSync(part))));
    const { frames } = await readFrames(file);
    expect(frames.length).toBeGreaterThanOrEqual(39);
    for (const frame of frames) expect(frame).toMatchObject({ width: 64, height: 48 });
    expect(Math.abs(meanOf(frames.at(-1) ?? frames[0])[0] - grayOf(19))).toBeLessThan(4);
  });
});

it('probes what a file holds', async () => {
  const file = made({ times: steadyTimes(30, 10), tone: { startSeconds: 0, durationSeconds: 3 } });
  expect(await probe(file)).toMatchObject({
    file,
    container: 'mov,mp4,m4a,3gp,3g2,mj2',
    video: {
      codec: 'h264',
      width: 64,
      height: 48,
      rotationDegrees: 0,
      interlaced: false,
      pixelFormat: 'yuv420p',
      startSeconds: 0,
    },
    audio: { codec: 'aac', sampleRateHz: 48_000, channels: 1 },
  });
  expect((await probe(file)).durationSeconds).toBeCloseTo(3, 0);
});

async function allColours(file: string) {
  await using source = await openFrames(file);
  const frames = await Array.fromAsync(source);
  return { source, frames, colours: await Promise.all(frames.map((frame) => frame.colour())) };
}

async function firstColour(file: string) {
  const { source, frames, colours } = await allColours(file);
  return { source, frames, colour: colours[0] };
}

function expectColour(actual: number[], wanted: Colour): void {
  actual.forEach((value, channel) => expect(Math.abs(value - wanted[channel])).toBeLessThan(6));
}

/** Mean step between lines, less what is left of it over two lines: the comb that two moments in one picture make. */
function combing({ data, width, height }: { data: Uint8Array; width: number; height: number }): number {
  let sum = 0;
  for (let i = width; i < width * (height - 1); i += 1) {
    sum += Math.max(0, Math.abs(data[i] - data[i - width]) - Math.abs(data[i + width] - data[i - width]));
  }
  return sum / (width * height);
}
