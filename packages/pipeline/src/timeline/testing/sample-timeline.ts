import type { Modality, ScoreTimeline } from '@vigil/contracts';
import type { ByteSource } from '../timeline-file.ts';

/** What a made-up timeline is like. */
export interface SampleTimelineOptions {
  readonly frames: number;
  readonly seed: number;
  /** Frames between two pauses of the footage; null for none. */
  readonly pauseEvery?: number | null;
  readonly pauseSeconds?: number;
}

/** A timeline of ten frames a second, rounded as results are: mostly still, with bursts; sound says nothing now and then, poses hardly anything. */
export function sampleTimeline({ frames, seed, pauseEvery = null, pauseSeconds = 30 }: SampleTimelineOptions): ScoreTimeline {
  let state = seed * 2_654_435_761;
  const random = (): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b_3c6d) + 0x9e37_79b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
  const rounded = (value: number, steps: number): number => Math.round(value * steps) / steps;
  const surprise = (): number => rounded(random() ** 8 * 9, 10_000);
  const lane = (share: number): (number | null)[] => Array.from({ length: frames }, () => (random() < share ? surprise() : null));
  const pauses = (frame: number): number => (pauseEvery === null ? 0 : Math.floor(frame / pauseEvery) * pauseSeconds);
  const named: [Modality, (number | null)[]][] = [
    ['motion', lane(1)],
    ['pose', lane(0.001)],
    ['sound', lane(0.7)],
  ];
  return {
    seconds: Array.from({ length: frames }, (_, frame) => rounded(frame / 10 + pauses(frame), 1000)),
    fused: Array.from({ length: frames }, surprise),
    modalities: Object.fromEntries(named),
  };
}

/** Bytes in memory, which count how many of them are read. */
export function inMemory(bytes: Uint8Array): ByteSource & { readonly readBytes: number } {
  let readBytes = 0;
  return {
    sizeBytes: bytes.length,
    get readBytes() {
      return readBytes;
    },
    async read(start, length) {
      readBytes += length;
      return bytes.subarray(start, start + length);
    },
  };
}
