import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutClip } from './cut-clip.ts';
import { makeMedia, steadyTimes } from './fixtures/make-media.ts';
import { grayOf, graySteps } from './fixtures/paint.ts';
import { meanOf, readFrames } from './fixtures/read-frames.ts';
import { TestFolder } from './fixtures/test-folder.ts';
import { encodeJpeg } from './jpeg.ts';
import { probe } from './probe.ts';
import { openVideoWriter } from './video-writer.ts';

const mountProgram = '/bin/mount';
const unmountProgram = '/bin/umount';
const folder = new TestFolder();
const source = folder.file('source.mp4');
const base = { width: 64, height: 48, times: steadyTimes(100, 10), paint: graySteps(64, 48) };
const tone = { startSeconds: 0, durationSeconds: 10 };

beforeAll(() => makeMedia(source, { ...base, encoderOptions: { g: 20, keyint_min: 20, sc_threshold: 0 }, tone }));
afterAll(() => folder[Symbol.dispose]());

/** Gray levels of the clip's pictures against those of the source from picture `first` on. */
async function expectPictures(clip: string, first: number, count: number): Promise<void> {
  const { frames } = await readFrames(clip);
  expect(frames.length).toBeGreaterThanOrEqual(count);
  frames.slice(0, count).forEach((frame, index) => {
    expect(frame.timeSeconds).toBeCloseTo(index / 10, 2);
    expect(Math.abs(meanOf(frame)[0] - grayOf(first + index))).toBeLessThan(4);
  });
}

describe('cutClip', () => {
  it('copies from a key frame at most half a second early', async () => {
    const output = folder.file('copied.mp4');
    const result = await cutClip(source, { startSeconds: 2.3, endSeconds: 5, output });
    expect(result).toMatchObject({ video: 'copied', audio: 'copied', startSeconds: 2, endSeconds: 5 });
    expect(result.sizeBytes).toBe(readFileSync(output).length);
    await expectPictures(output, 20, 30);
    expect((await probe(output)).audio).toMatchObject({ codec: 'aac' });
  });

  it('encodes from exactly the start where no key frame is near', async () => {
    const output = folder.file('encoded.mp4');
    const result = await cutClip(source, { startSeconds: 2.8, endSeconds: 5, output });
    expect(result).toMatchObject({ video: 'encoded', audio: 'copied', startSeconds: 2.8, endSeconds: 5 });
    await expectPictures(output, 28, 22);
    expect((await probe(output)).durationSeconds).toBeCloseTo(2.2, 0);
  });

  it('cuts the pictures alone where nothing decodes the sound', async () => {
    const whole = folder.file('sound.mkv');
    makeMedia(whole, { ...base, container: 'matroska', tone: { ...tone, encoder: 'ac3' } });
    const bytes = readFileSync(whole);
    bytes.write('A_XYZ', bytes.indexOf('A_AC3'), 'latin1');
    writeFileSync(folder.file('unknown-sound.mkv'), bytes);
    const output = folder.file('silent.mp4');
    const result = await cutClip(folder.file('unknown-sound.mkv'), { startSeconds: 0, endSeconds: 2, output });
    expect(result.audio).toBe('absent');
    await expectPictures(output, 0, 20);
  });

  it('makes a clip of packets whose times stand still', async () => {
    const bytes = readFileSync(source);
    // Duration of every sample in the time tables.
    for (let at = bytes.indexOf('stts'); at >= 0; at = bytes.indexOf('stts', at + 4)) bytes.writeUInt32BE(0, at + 16);
    writeFileSync(folder.file('still.mp4'), bytes);
    const output = folder.file('still-clip.mp4');
    const result = await cutClip(folder.file('still.mp4'), { startSeconds: 0, endSeconds: 1, output });
    expect(result.sizeBytes).toBe(readFileSync(output).length);
    expect((await probe(output)).video).toMatchObject({ codec: 'h264' });
  });

  it('encodes what browsers do not play, sound too', async () => {
    const file = folder.file('old.mkv');
    makeMedia(file, {
      ...base,
      encoder: 'mpeg4',
      encoderOptions: { b: 4_000_000 },
      container: 'matroska',
      tone: { ...tone, encoder: 'libvorbis' },
    });
    const output = folder.file('modern.mp4');
    expect(await cutClip(file, { startSeconds: 4, endSeconds: 6, output })).toMatchObject({ video: 'encoded', audio: 'encoded' });
    expect(await probe(output)).toMatchObject({
      video: { codec: 'h264', pixelFormat: 'yuv420p' },
      audio: { codec: 'aac', sampleRateHz: 48_000 },
    });
    await expectPictures(output, 40, 20);
  });

  it('puts the index in front, so that a player can start at once', async () => {
    const output = folder.file('front.mp4');
    for (const startSeconds of [2, 2.8]) {
      await cutClip(source, { startSeconds, endSeconds: 5, output });
      const bytes = readFileSync(output);
      expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
    }
  });

  it('keeps the rotation', async () => {
    const file = folder.file('turned.mp4');
    makeMedia(file, { ...base, turn: [0, 1, -1, 0], encoderOptions: { g: 50 } });
    for (const startSeconds of [0, 2.8]) {
      const output = folder.file('turned-clip.mp4');
      await cutClip(file, { startSeconds, endSeconds: 4, output });
      expect((await probe(output)).video).toMatchObject({ rotationDegrees: 90, width: 48, height: 64 });
    }
  });

  it('cuts transport streams', async () => {
    const file = folder.file('source.ts');
    makeMedia(file, { ...base, container: 'mpegts', encoderOptions: { g: 20, keyint_min: 20, sc_threshold: 0 }, tone });
    const output = folder.file('from-ts.mp4');
    await cutClip(file, { startSeconds: 5, endSeconds: 7, output });
    expect((await readFrames(output)).frames.length).toBeGreaterThanOrEqual(20);
  });

  it('refuses a part without pictures, and an impossible one', async () => {
    const output = folder.file('beyond.mp4');
    await expect(cutClip(source, { startSeconds: 50, endSeconds: 60, output })).rejects.toMatchObject({ code: 'bad-request' });
    await expect(cutClip(source, { startSeconds: 3, endSeconds: 3, output })).rejects.toMatchObject({ code: 'bad-request' });
    expect(existsSync(output)).toBe(false);
  });
});

describe('openVideoWriter', () => {
  const picture = (value: number) => ({ width: 64, height: 48, data: new Uint8Array(64 * 48 * 3).fill(value) });

  it('writes gray and colour pictures at a constant rate', async () => {
    const output = folder.file('written.mp4');
    await using writer = await openVideoWriter(output, { width: 64, height: 48, framesPerSecond: 10 });
    for (let i = 0; i < 20; i += 1) {
      await writer.write(
        i % 2 === 0 ? picture(grayOf(i)) : { width: 64, height: 48, data: new Uint8Array(64 * 48).fill(grayOf(i)) },
      );
      expect(existsSync(output)).toBe(false);
    }
    await writer.finish();
    await expectPictures(output, 0, 20);
    expect((await probe(output)).durationSeconds).toBeCloseTo(2, 2);
  });

  it('writes colour without loss', async () => {
    const output = folder.file('lossless.mkv');
    const noise = Uint8Array.from({ length: 65 * 49 * 3 }, (_, index) => (index * 2654435761) >>> 24);
    await using writer = await openVideoWriter(output, { width: 65, height: 49, framesPerSecond: 5, codec: 'ffv1' });
    await writer.write({ width: 65, height: 49, data: noise });
    await writer.finish();
    expect((await probe(output)).video).toMatchObject({ codec: 'ffv1', width: 65, height: 49 });
  });

  it('refuses what it cannot write', async () => {
    const size = { width: 64, height: 48, framesPerSecond: 10 };
    await expect(openVideoWriter(folder.file('a.gif'), size)).rejects.toMatchObject({ code: 'bad-request' });
    await expect(openVideoWriter(folder.file('a.mp4'), { ...size, width: 65 })).rejects.toMatchObject({
      code: 'picture-size-unsupported',
    });
    await expect(openVideoWriter(folder.file('a.mp4'), { ...size, framesPerSecond: 0 })).rejects.toMatchObject({
      code: 'bad-request',
    });
    await using writer = await openVideoWriter(folder.file('a.mp4'), size);
    await expect(writer.write({ width: 32, height: 48, data: new Uint8Array(32 * 48) })).rejects.toMatchObject({
      code: 'bad-request',
    });
  });
});

describe('what cannot be completed', () => {
  const long = { startSeconds: 2.8, endSeconds: 9 };

  it('leaves no half file when cancelled', async () => {
    mkdirSync(folder.file('cancelled'));
    const controller = new AbortController();
    const cut = cutClip(source, { ...long, output: folder.file('cancelled/clip.mp4'), signal: controller.signal });
    controller.abort();
    await expect(cut).rejects.toMatchObject({ code: 'cancelled' });
    const writer = await openVideoWriter(folder.file('cancelled/a.mp4'), { width: 64, height: 48, framesPerSecond: 10 });
    expect(readdirSync(folder.file('cancelled'))).toHaveLength(1);
    await writer[Symbol.asyncDispose]();
    expect(readdirSync(folder.file('cancelled'))).toEqual([]);
  });

  it('says that the folder is missing', async () => {
    const output = folder.file('no-such-folder/clip.mp4');
    await expect(cutClip(source, { ...long, output })).rejects.toMatchObject({ code: 'not-writable' });
    await expect(openVideoWriter(output, { width: 64, height: 48, framesPerSecond: 10 })).rejects.toMatchObject({
      code: 'not-writable',
    });
  });

  it('says that the name is taken by a directory', async () => {
    mkdirSync(folder.file('taken.mp4'));
    await expect(cutClip(source, { ...long, output: folder.file('taken.mp4') })).rejects.toMatchObject({ code: 'not-writable' });
    expect(readdirSync(folder.path).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });

  it.skipIf(!canMount())('says that the disk is full and leaves nothing (needs the right to mount a small disk)', async () => {
    const disk = folder.file('disk');
    mkdirSync(disk);
    execFileSync(mountProgram, ['-t', 'tmpfs', '-o', 'size=64k', 'none', disk]);
    try {
      const options = { width: 640, height: 480, framesPerSecond: 10 };
      const write = async (): Promise<void> => {
        await using writer = await openVideoWriter(`${disk}/a.mp4`, options);
        for (let i = 0; i < 30; i += 1) {
          await writer.write({
            ...options,
            data: Uint8Array.from({ length: 640 * 480 }, (_, index) => ((index + i) * 2654435761) >>> 24),
          });
        }
        await writer.finish();
      };
      await expect(write()).rejects.toMatchObject({ code: 'disk-full' });
      writeFileSync(`${disk}/filler`, new Uint8Array(60 * 1024));
      await expect(cutClip(source, { ...long, output: `${disk}/clip.mp4` })).rejects.toMatchObject({ code: 'disk-full' });
      expect(readdirSync(disk)).toEqual(['filler']);
    } finally {
      execFileSync(unmountProgram, [disk]);
    }
  });

  function canMount(): boolean {
    const probeFolder = new TestFolder();
    try {
      execFileSync(mountProgram, ['-t', 'tmpfs', '-o', 'size=16k', 'none', probeFolder.path], { stdio: 'ignore' });
      execFileSync(unmountProgram, [probeFolder.path]);
      return true;
    } catch {
      return false;
    } finally {
      probeFolder[Symbol.dispose]();
    }
  }
});

it('encodes JPEG pictures', async () => {
  const jpeg = await encodeJpeg({ width: 8, height: 4, data: new Uint8Array(8 * 4 * 3).fill(99) });
  expect([...jpeg.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
});
