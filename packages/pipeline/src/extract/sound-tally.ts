import { quietestDb, type SoundSample, soundSampleSeconds, type SoundTrack } from '@vigil/detection';
import type { SoundFacts } from '@vigil/media';

/** A gap or jump in the sound up to this, in seconds, is not worth a word. */
const unmentionedSeconds = 0.5;

/** Counts what the samples of a sound track were like, and says what became of the track. */
export class SoundTally {
  #heardSeconds = 0;
  #silentSeconds = 0;

  /** Counts a sample. */
  add({ peakDb, missingShare }: SoundSample): void {
    const seconds = (1 - missingShare) * soundSampleSeconds;
    this.#heardSeconds += seconds;
    if (peakDb <= quietestDb) this.#silentSeconds += seconds;
  }

  /** What is known of the track once it was heard to its end. */
  track(facts: SoundFacts, speechUnavailableReason: string | null): SoundTrack {
    const heardSeconds = Math.round(this.#heardSeconds * 10_000) / 10_000;
    const silentShare = this.#heardSeconds > 0 ? this.#silentSeconds / this.#heardSeconds : 0;
    const isMuted = this.#heardSeconds > 0 && this.#silentSeconds === this.#heardSeconds;
    const isBroken = facts.damagedPackets > 0 && (isMuted || this.#heardSeconds === 0);
    const reason = isBroken ? broken(facts) : worthSaying(facts, isMuted, this.#heardSeconds);
    return { state: isBroken ? 'broken' : 'used', reason, heardSeconds, silentShare, speechUnavailableReason };
  }
}

function broken({ damagedPackets }: SoundFacts): string {
  return `The sound track is damaged: none of its ${damagedPackets} packets gives sound.`;
}

function worthSaying(
  { damagedPackets, filledSeconds, skippedSeconds }: SoundFacts,
  isMuted: boolean,
  heard: number,
): string | null {
  if (heard === 0) return 'The sound track is empty.';
  if (isMuted) return 'The sound track is muted: every sample in it is zero.';
  const missing = filledSeconds + skippedSeconds;
  const parts = [
    ...(damagedPackets > 0 ? [`${damagedPackets} damaged sound packets were left out`] : []),
    ...(missing > unmentionedSeconds ? [`${missing.toFixed(1)} s of sound are missing in gaps`] : []),
  ];
  return parts.length > 0 ? `${parts.join('; ')}.` : null;
}
