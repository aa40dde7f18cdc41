/** Loudest sample that is taken as meant: 12 dB above full scale, more than decoders of well-formed sound overshoot. */
const loudest = 4;

/**
 * Puts right, in place, what damaged or hostile sound decodes to: samples that are no number become 0, and those far beyond full
 * scale are cut off, so that no power of them is ever infinite.
 */
export function makeSane(samples: Float32Array): void {
  for (let i = 0; i < samples.length; i += 1) {
    const sample = samples[i];
    // False for what is no number, too.
    if (!(Math.abs(sample) <= loudest)) samples[i] = sample > 0 ? loudest : sample < 0 ? -loudest : 0;
  }
}
