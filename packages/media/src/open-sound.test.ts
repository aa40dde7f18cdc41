import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { makeMedia, steadyTimes } from './fixtures/make-media.ts';
import { makeSound, tone } from './fixtures/make-sound.ts';
import { graySteps } from './fixtures/paint.ts';
import { levelDb, readSound, toneHz } from './fixtures/read-sound.ts';
import { TestFolder } from './fixtures/test-folder.ts';
import { openSound } from './open-sound.ts';
import { residentBytes } from './process/memory-watch.ts';

const folder = new TestFolder();
afterAll(() => folder[Symbol.dispose]());

const wholeTone = { parts: [{ startSeconds: 0, endSeconds: 3 }], wave: tone(1000) };
const toneDb = 10 * Math.log10(0.3 ** 2 / 2);

describe('openSound', () => {
  it.each([
    ['wav', 'wav', 'pcm_s16le', 8000, 1],
    ['wav', 'wav', 'pcm_s16le', 44_100, 2],
    ['flac', 'flac', 'flac', 96_000, 1],
    ['mp3', 'mp3', 'libmp3lame', 44_100, 2],
    ['ogg', 'ogg', 'libopus', 48_000, 2],
    ['ogg', 'ogg', 'libvorbis', 22_050, 1],
    ['aac', 'adts', 'aac', 16_000, 1],
    ['m4a', 'mp4', 'aac', 48_000, 6],
    ['mkv', 'matroska', 'flac', 48_000, 8],
  ])('hears a tone in %s: %s %s, %i Hz, %i channels', async (extension, container, encoder, sampleRateHz, channels) => {
    const file = folder.file(`tone-${encoder}-${sampleRateHz}.${extension}`);
    makeSound(file, { container, encoder, sampleRateHz, channels, ...wholeTone });
    const { blocks, samples, facts } = await readSound(file);
    expect(blocks[0].seconds).toBeCloseTo(0, 1);
    expect(samples.length / 16_000).toBeGreaterThan(2.8);
    expect(samples.length / 16_000).toBeLessThan(3.1);
    const middle = samples.subarray(8000, 40_000);
    expect(toneHz(middle)).toBeCloseTo(1000, -1);
    expect(Math.abs(levelDb(middle) - toneDb)).toBeLessThan(0.5);
    expect(facts).toMatchObject({ damagedPackets: 0, filledSeconds: 0, skippedSeconds: 0, truncated: null });
  });

  it('keeps the media time of sound that begins late beside pictures', async () => {
    const file = folder.file('late.mp4');
    makeMedia(file, {
      width: 64,
      height: 48,
      times: steadyTimes(40, 10),
      paint: graySteps(64, 48),
      tone: { startSeconds: 1.5, durationSeconds: 2 },
    });
    const { blocks, facts } = await readSound(file);
    expect(Math.abs(blocks[0].seconds - 1.5)).toBeLessThan(0.03);
    expect(Math.abs((facts.endSeconds ?? 0) - 3.5)).toBeLessThan(0.06);
  });

  it('fills short gaps with silence that it marks, and lets time jump over long ones', async () => {
    const file = folder.file('gaps.mkv');
    const parts = [
      { startSeconds: 0, endSeconds: 2 },
      { startSeconds: 3, endSeconds: 5 },
      { startSeconds: 20, endSeconds: 22 },
    ];
    makeSound(file, { container: 'matroska', encoder: 'pcm_s16le', sampleRateHz: 16_000, channels: 1, parts, wave: tone(500) });
    const { blocks, facts } = await readSound(file);
    const silence = blocks.filter((block) => block.missing);
    expect(silence[0].seconds).toBeCloseTo(2, 1);
    expect(silence[0].samples.every((value) => value === 0)).toBe(true);
    expect(facts.filledSeconds).toBeCloseTo(1, 1);
    expect(facts.skippedSeconds).toBeCloseTo(15, 1);
    expect(facts.endSeconds).toBeCloseTo(22, 1);
    const afterJump = blocks.find(({ seconds }) => seconds > 10);
    expect(afterJump?.seconds).toBeCloseTo(20, 1);
    blocks.forEach((block, index) => {
      const next = blocks[index + 1]?.seconds ?? Infinity;
      expect(next - (block.seconds + block.samples.length / 16_000)).toBeGreaterThan(-1e-4);
    });
  });

  it('hears two channels that cancel each other out', async () => {
    const file = folder.file('turned.wav');
    const wave = (seconds: number, channel: number): number => (channel === 0 ? 1 : -1) * tone(700)(seconds);
    makeSound(file, { container: 'wav', encoder: 'pcm_s16le', sampleRateHz: 16_000, channels: 2, ...wholeTone, wave });
    const { samples } = await readSound(file);
    expect(Math.abs(levelDb(samples.subarray(4000)) - toneDb)).toBeLessThan(0.1);
  });

  it('begins at the time that is asked for', async () => {
    const file = folder.file('begin.wav');
    makeSound(file, { container: 'wav', encoder: 'pcm_s16le', sampleRateHz: 16_000, channels: 1, ...wholeTone });
    const whole = await readSound(file);
    const part = await readSound(file, { startSeconds: 1.25 });
    expect(part.blocks[0].seconds).toBe(1.25);
    expect(part.samples).toEqual(whole.samples.slice(20_000));
    await expect(openSound(file, { startSeconds: -1 })).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('is null for a file without a sound track', async () => {
    const file = folder.file('mute.mp4');
    makeMedia(file, { width: 64, height: 48, times: steadyTimes(5, 10), paint: graySteps(64, 48) });
    expect(await openSound(file)).toBeNull();
  });

  it('says how a file was cut short and that packets are damaged', async () => {
    const whole = folder.file('whole.flac');
    makeSound(whole, { container: 'flac', encoder: 'flac', sampleRateHz: 16_000, channels: 1, ...wholeTone });
    const bytes = readFileSync(whole);
    writeFileSync(folder.file('cut.flac'), bytes.subarray(0, bytes.length / 2));
    expect((await readSound(folder.file('cut.flac'))).facts.truncated).toMatch(/cut short.* of 3\.0 s/);
    const aac = folder.file('whole.aac');
    makeSound(aac, { container: 'adts', encoder: 'aac', sampleRateHz: 16_000, channels: 1, ...wholeTone });
    const damaged = readFileSync(aac).map((value, index) => (index % 97 === 50 ? value ^ 0x5a : value));
    writeFileSync(folder.file('damaged.aac'), damaged);
    expect((await readSound(folder.file('damaged.aac'))).facts.damagedPackets).toBeGreaterThan(0);
  });

  it('ends its process when the loop is left early, and when it is called off', async () => {
    const file = folder.file('long.wav');
    const parts = [{ startSeconds: 0, endSeconds: 60 }];
    makeSound(file, { container: 'wav', encoder: 'pcm_s16le', sampleRateHz: 8000, channels: 1, parts, wave: tone(200) });
    const source = await openSound(file);
    for await (const block of source ?? []) if (block.seconds >= 2) break;
    expect(residentBytes(source?.processId ?? 0)).toBeNull();
    const controller = new AbortController();
    await using called = await openSound(file, { signal: controller.signal });
    controller.abort();
    await expect(Array.fromAsync(called ?? [])).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('keeps the memory of its process flat', async () => {
    const file = folder.file('minutes.wav');
    const parts = [{ startSeconds: 0, endSeconds: 1200 }];
    makeSound(file, { container: 'wav', encoder: 'pcm_s16le', sampleRateHz: 8000, channels: 1, parts, wave: () => 0.1 });
    await using source = await openSound(file);
    const resident: number[] = [];
    for await (const { seconds } of source ?? []) {
      if (seconds % 100 === 0) resident.push(residentBytes(source?.processId ?? 0) ?? NaN);
    }
    expect(resident.length).toBe(12);
    expect(resident[10] - resident[3]).toBeLessThan(24 * 1024 ** 2);
  });
});
