import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { openSound, openVideoWriter } from '@vigil/media';
import { InferencePool, loadVoiceActivity } from '@vigil/models';
import { afterAll, describe, expect, it } from 'vitest';
import { testSignal } from '../../../../tools/reference/test-signal.ts';
import { writeWav } from '../testing/sound-files.ts';
import { TestBench } from '../testing/test-bench.ts';
import { type ExtractedSound, extractSound, type ExtractSoundRequest } from './extract-sound.ts';

const bench = new TestBench();
afterAll(() => bench[Symbol.dispose]());

const withoutVoice = { voice: null, voiceUnavailable: 'the weights are not installed' };

function hear(name: string, more: Partial<ExtractSoundRequest> = {}): Promise<ExtractedSound> {
  return extractSound({ file: bench.path(name), name, ...withoutVoice, workFolder: bench.path(`work-${name}`), ...more });
}

/** A video of two seconds whose sound, where it has some, beeps in its second second. */
async function writeVideo(name: string, hasSound: boolean): Promise<void> {
  const size = { width: 32, height: 32 };
  const sound = hasSound ? ({ sampleRateHz: 16_000 } as const) : undefined;
  await using writer = await openVideoWriter(bench.path(name), { ...size, framesPerSecond: 10, codec: 'ffv1', sound });
  for (let index = 0; index < 20; index += 1) {
    await writer.write({ ...size, data: new Uint8Array(32 * 32).fill(90) });
    const beep = Float32Array.from({ length: 1600 }, (_, i) => (index < 10 ? 1e-4 : 0.25) * Math.sin(i * 0.3));
    if (hasSound) await writer.writeSound(beep);
  }
  await writer.finish();
}

describe('extractSound', () => {
  it('gives a sample every tenth of a second, and uses a complete spool again', async () => {
    await writeVideo('beep.mkv', true);
    const progress: number[] = [];
    const first = await hear('beep.mkv', { onProgress: ({ mediaSeconds }) => progress.push(mediaSeconds) });
    expect(first.track).toEqual({
      state: 'used',
      reason: null,
      heardSeconds: 2,
      silentShare: 0,
      speechUnavailableReason: 'the weights are not installed',
    });
    expect(first.truncated).toBeNull();
    expect(progress).toEqual([0, 1]);
    const samples = [...first.samples()];
    expect(samples.map(({ seconds }) => seconds)).toEqual(Array.from({ length: 20 }, (_, i) => i / 10));
    expect(samples[5].levelDb).toBeCloseTo(10 * Math.log10(1e-8 / 2), 0);
    expect(samples[15].levelDb).toBeCloseTo(10 * Math.log10(0.25 ** 2 / 2), 0);
    expect(samples[10].flux).toBeGreaterThan(10);
    expect(samples.every(({ speech }) => speech === null)).toBe(true);

    const spool = bench.path('work-beep.mkv/sound.spool');
    const { ino } = statSync(spool);
    expect([...(await hear('beep.mkv')).samples()]).toEqual(samples);
    expect(statSync(spool).ino).toBe(ino);
    truncateSync(spool, statSync(spool).size - 1000);
    expect([...(await hear('beep.mkv')).samples()]).toEqual(samples);
    expect([...(await hear('beep.mkv', { voiceUnavailable: 'other' })).samples()]).toEqual(samples);
  });

  it('asks the speech model about every tenth of a second, gaps and all', async () => {
    const signal = testSignal(4);
    writeWav(bench.path('voice.wav'), 4, (t) => signal[Math.round(t * 16_000)]);
    await using pool = new InferencePool({ workers: 1 });
    await using voice = await loadVoiceActivity(pool, bench.path('models'));
    const { track, samples } = await hear('voice.wav', { voice, voiceUnavailable: null });
    expect(track.speechUnavailableReason).toBeNull();
    const speech = [...samples()].map((sample) => sample.speech ?? NaN);
    expect(speech.length).toBe(40);
    const recorded = JSON.parse(
      readFileSync(new URL('../../../../tools/reference/recorded/speech.json', import.meta.url), 'utf8'),
    ) as {
      probabilities: number[];
    };
    // Of the windows of 32 ms that a tenth of a second touches, the most certain one counts.
    [0, 1, 7].forEach((tenth) => {
      const [first, last] = [Math.floor((tenth * 1600) / 512), Math.ceil(((tenth + 1) * 1600) / 512) - 1];
      expect(speech[tenth]).toBeCloseTo(Math.max(...recorded.probabilities.slice(first, last + 1)), 3);
    });
    expect(speech.every((probability) => probability >= 0 && probability <= 1)).toBe(true);
  });

  it('tells an absent track from a muted and a broken one', async () => {
    await writeVideo('deaf.mkv', false);
    expect((await hear('deaf.mkv')).track).toMatchObject({ state: 'absent', reason: null, heardSeconds: 0 });
    writeWav(bench.path('muted.wav'), 2, () => 0);
    const muted = await hear('muted.wav');
    expect(muted.track).toMatchObject({ state: 'used', heardSeconds: 2, silentShare: 1 });
    expect(muted.track.reason).toMatch(/muted/);
    expect([...muted.samples()].length).toBe(20);
    writeWav(bench.path('strange.wav'), 1, Math.sin, 0x1234);
    const broken = await hear('strange.wav');
    expect(broken.track).toMatchObject({ state: 'broken', heardSeconds: 0 });
    expect(broken.track.reason).toMatch(/not supported/);
    expect([...broken.samples()]).toEqual([]);
  });

  it('says that sound was cut short', async () => {
    writeWav(bench.path('whole.wav'), 4, (t) => 0.2 * Math.sin(3000 * t));
    const bytes = readFileSync(bench.path('whole.wav'));
    writeFileSync(bench.path('cut.wav'), bytes.subarray(0, bytes.length / 2));
    const { track, truncated, samples } = await hear('cut.wav');
    expect(truncated).toMatch(/cut short/);
    expect(track.state).toBe('used');
    expect([...samples()].length).toBe(20);
  });

  it('can be called off, leaving no spool', async () => {
    writeWav(bench.path('long.wav'), 60, (t) => 0.2 * Math.sin(3000 * t));
    const controller = new AbortController();
    const called = hear('long.wav', { signal: controller.signal, onProgress: () => controller.abort() });
    await expect(called).rejects.toMatchObject({ code: 'cancelled' });
    expect(existsSync(bench.path('work-long.wav/sound.spool'))).toBe(false);
    expect(existsSync(bench.path('work-long.wav/sound.spool.partial'))).toBe(false);
  });
});

const speechFolder = new URL('../../../../../shared/data/audio/speech/', import.meta.url).pathname;

describe.skipIf(!existsSync(speechFolder))('speech of real clips against the published model (needs ../shared/data)', () => {
  const recordedFile = new URL('../../../../tools/reference/recorded/speech-clips.json', import.meta.url);
  const { clips } = JSON.parse(readFileSync(recordedFile, 'utf8')) as { clips: { file: string; probabilities: number[] }[] };

  it.each(clips)('$file', async ({ file, probabilities }) => {
    await using pool = new InferencePool({ workers: 1 });
    await using voice = await loadVoiceActivity(pool, bench.path('models'));
    await using source = await openSound(`${speechFolder}${file}`);
    const stream = voice.open();
    const heard: number[] = [];
    for await (const { samples } of source ?? []) heard.push(...(await stream.push(samples)));
    heard.push(...(await stream.end()));
    expect(heard.length).toBe(probabilities.length);
    heard.forEach((probability, window) => expect(Math.abs(probability - probabilities[window])).toBeLessThan(1e-5));
  });
});
