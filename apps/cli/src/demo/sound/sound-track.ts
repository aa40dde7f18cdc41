/** Samples a second of the scene's sound. */
export const sceneSampleRateHz = 16_000;

/** Something short that is heard in the scene. */
export interface SceneSound {
  /** When it begins, media time. */
  readonly seconds: number;
  /** Its samples, mono, −1 to 1 at {@link sceneSampleRateHz}. */
  readonly samples: Float32Array;
}

/** Adds sounds to a track. What is before its start or after its end is cut off. */
export function addSounds(track: Float32Array, sounds: readonly SceneSound[]): void {
  for (const { seconds, samples } of sounds) {
    const start = Math.round(seconds * sceneSampleRateHz);
    const last = Math.min(samples.length, track.length - start);
    for (let index = Math.max(0, -start); index < last; index++) track[start + index] += samples[index];
  }
}
