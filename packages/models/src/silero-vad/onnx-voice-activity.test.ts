import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { testSignal } from '../../../../tools/reference/test-signal.ts';
import { InferencePool } from '../runtime/inference-pool.ts';
import { loadVoiceActivity } from './load-voice-activity.ts';
import type { VoiceActivity } from './voice-activity.ts';

const recordedFile = new URL('../../../../tools/reference/recorded/speech.json', import.meta.url);
const recorded = JSON.parse(readFileSync(recordedFile, 'utf8')) as { readonly probabilities: readonly number[] };

const cacheFolder = mkdtempSync(join(tmpdir(), 'vigil-voice-'));
afterAll(() => rmSync(cacheFolder, { recursive: true }));

/** Probabilities for sound that comes in pieces of some length. */
async function listen(voice: VoiceActivity, samples: Float32Array, pieceSamples: number): Promise<number[]> {
  const stream = voice.open();
  const probabilities: number[] = [];
  for (let start = 0; start < samples.length; start += pieceSamples) {
    probabilities.push(...(await stream.push(samples.subarray(start, start + pieceSamples))));
  }
  return [...probabilities, ...(await stream.end())];
}

describe('OnnxVoiceActivity', () => {
  const signal = testSignal(8);

  it('gives the probabilities of the published model to 1e-5, however the sound is cut', async () => {
    await using pool = new InferencePool({ workers: 1 });
    await using voice = await loadVoiceActivity(pool, cacheFolder);
    const whole = await listen(voice, signal, signal.length);
    expect(whole.length).toBe(recorded.probabilities.length);
    whole.forEach((probability, window) => expect(Math.abs(probability - recorded.probabilities[window])).toBeLessThan(1e-5));
    expect(await listen(voice, signal, 1234)).toEqual(whole);
    expect((await listen(voice, signal.subarray(0, 1), 1)).length).toBe(1);
    expect(await listen(voice, new Float32Array(0), 1)).toEqual([]);
  });

  it('keeps streams apart, the same whatever the number of workers', async () => {
    await using pool = new InferencePool({ workers: 2 });
    await using voice = await loadVoiceActivity(pool, cacheFolder);
    const [first, second] = await Promise.all([listen(voice, signal, 16_000), listen(voice, signal.toReversed(), 16_000)]);
    first.forEach((probability, window) => expect(Math.abs(probability - recorded.probabilities[window])).toBeLessThan(1e-5));
    expect(second).not.toEqual(first);
  });

  it('can be called off, and is gone from the pool after disposal', async () => {
    await using pool = new InferencePool({ workers: 1 });
    const voice = await loadVoiceActivity(pool, cacheFolder);
    await expect(voice.open(AbortSignal.abort()).push(signal)).rejects.toMatchObject({ code: 'cancelled' });
    await voice[Symbol.asyncDispose]();
    await expect(voice.open().push(signal)).rejects.toMatchObject({ code: 'model-unavailable' });
  });
});
