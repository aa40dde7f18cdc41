/** Settings of the change gate. */
export interface ChangeGateSettings {
  /** Mean squared difference (gray levels²) below which a block is still, however quiet its noise is. */
  readonly minimumEnergy: number;
  /** A block moves above this multiple of its learned noise energy. */
  readonly noiseFactor: number;
  /** Largest noise energy that is believed (gray levels²): constant motion must not pass for noise. */
  readonly maximumNoiseEnergy: number;
  /** A still block is compared with a picture at most this old, so that slow motion adds up, seconds. */
  readonly referenceSeconds: number;
}

/** Settings that fit any source. */
export const defaultChangeGateSettings: ChangeGateSettings = {
  minimumEnergy: 14,
  noiseFactor: 5,
  maximumNoiseEnergy: 40,
  referenceSeconds: 0.7,
};
