import { afterAll, describe, expect, it } from 'vitest';
import { tone } from './fixtures/make-sound.ts';
import { levelDb, readSound, toneHz } from './fixtures/read-sound.ts';
import { readFrames } from './fixtures/read-frames.ts';
import { TestFolder } from './fixtures/test-folder.ts';
import { openVideoWriter } from './video-writer.ts';

const folder = new TestFolder();
afterAll(() => folder[Symbol.dispose]());

describe('VideoWriter', () => {
  it.each([
    ['beep.mp4', 'h264', 16_000],
    ['beep.mp4', 'h264', 48_000],
    ['beep.mkv', 'ffv1', 16_000],
  ] as const)('writes sound beside pictures: %s %s at %i Hz', async (name, codec, sampleRateHz) => {
    const file = folder.file(`${sampleRateHz}-${name}`);
    {
      await using writer = await openVideoWriter(file, {
        width: 32,
        height: 32,
        framesPerSecond: 10,
        codec,
        sound: { sampleRateHz },
      });
      const perPicture = sampleRateHz / 10;
      for (let index = 0; index < 30; index += 1) {
        await writer.write({ width: 32, height: 32, data: new Uint8Array(32 * 32).fill(100) });
        // A beep in the second second.
        const beeps = index >= 10 && index < 20;
        await writer.writeSound(
          Float32Array.from({ length: perPicture }, (_, i) => (beeps ? tone(800)((index * perPicture + i) / sampleRateHz) : 0)),
        );
      }
      await writer.finish();
    }
    const { samples, facts } = await readSound(file);
    expect((await readFrames(file)).frames.length).toBe(30);
    expect(facts.truncated).toBeNull();
    expect(Math.abs(samples.length / 16_000 - 3)).toBeLessThan(0.1);
    expect(toneHz(samples.subarray(17_000, 31_000))).toBeCloseTo(800, -1);
    expect(levelDb(samples.subarray(17_000, 31_000))).toBeCloseTo(10 * Math.log10(0.3 ** 2 / 2), 0);
    // Quiet before and after to within what AAC smears.
    expect(levelDb(samples.subarray(0, 14_000))).toBeLessThan(-60);
    expect(levelDb(samples.subarray(34_000, 46_000))).toBeLessThan(-60);
  });

  it('refuses sound where none was asked for', async () => {
    await using writer = await openVideoWriter(folder.file('mute.mp4'), { width: 32, height: 32, framesPerSecond: 10 });
    await expect(writer.writeSound(new Float32Array(10))).rejects.toMatchObject({ code: 'bad-request' });
  });
});
