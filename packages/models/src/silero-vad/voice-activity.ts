/** Samples at 16 kHz that the speech model judges at a time: 32 ms. */
export const voiceWindowSamples = 512;

/** Tells speech from other sounds. */
export interface VoiceActivity {
  /** Version of the model. */
  readonly version: string;
  /**
   * Begins to listen to sound without a break in it; what was heard before counts for what comes.
   *
   * @param signal - calls runs of the model off
   */
  open(signal?: AbortSignal): VoiceStream;
}

/** Sound that is listened to. One call at a time. */
export interface VoiceStream {
  /**
   * Takes the next samples and gives the probability of speech, 0 to 1, for the windows of 512 samples that were finished. They
   * come in order, window k of the stream being samples 512 k to 512 k + 511; some windows may wait for more samples.
   *
   * @param samples - mono at 16 kHz, −1 to 1
   * @throws VigilError `cancelled`, `inference-failed`
   */
  push(samples: Float32Array): Promise<Float32Array>;
  /** Gives the probabilities of the windows that wait, the last filled up with silence. */
  end(): Promise<Float32Array>;
}
