/** Powers are means over about this many samples: half a second. */
const memorySamples = 8000;
/** Nothing is decided on less than this: a hundredth of a second. */
const leastSamples = 160;
/** The mean of two channels cancels below this share of their mean power, and is heard again above the second one. */
const cancelShare = { below: 0.1, above: 0.2 };
/** A channel takes over from the other when it has this many times its power. */
const louderRatio = 2;
/** Weights go from one value to the next in a twentieth of a second, so that nothing clicks. */
const weightStep = 0.5 / 800;
const targets = { mean: { left: 0.5, right: 0.5 }, left: { left: 1, right: 0 }, right: { left: 0, right: 1 } };
/** What is heard is thought over every two hundredths of a second. */
const choiceSamples = 320;

/**
 * Makes one channel of two at 16 kHz: their mean, or the louder one while they cancel each other out (a microphone wired with
 * one pole turned gives the same sound with opposite signs on both channels, whose mean is silence).
 */
export class MonoMixer {
  #leftPower = 0;
  #rightPower = 0;
  #meanPower = 0;
  #samples = 0;
  #choice: 'mean' | 'left' | 'right' = 'mean';
  #leftWeight = 0.5;
  #rightWeight = 0.5;

  /** Mixes the next samples, one array a channel; a single channel stays as it is. */
  mix(channels: readonly Float32Array[]): Float32Array {
    const [left, right] = channels;
    if (right === undefined) return left;
    const mono = new Float32Array(left.length);
    for (let start = 0; start < left.length; start += choiceSamples) {
      const end = Math.min(left.length, start + choiceSamples);
      this.#measure(left, right, start, end);
      if (this.#samples >= leastSamples) this.#choose();
      this.#blend(left, right, start, end, mono);
    }
    return mono;
  }

  #measure(left: Float32Array, right: Float32Array, start: number, end: number): void {
    let leftPower = this.#leftPower;
    let rightPower = this.#rightPower;
    let meanPower = this.#meanPower;
    for (let i = start; i < end; i += 1) {
      const mean = (left[i] + right[i]) / 2;
      const share = 1 / Math.min((this.#samples += 1), memorySamples);
      leftPower += share * (left[i] * left[i] - leftPower);
      rightPower += share * (right[i] * right[i] - rightPower);
      meanPower += share * (mean * mean - meanPower);
    }
    this.#leftPower = leftPower;
    this.#rightPower = rightPower;
    this.#meanPower = meanPower;
  }

  #choose(): void {
    const both = (this.#leftPower + this.#rightPower) / 2;
    const limit = this.#choice === 'mean' ? cancelShare.below : cancelShare.above;
    if (this.#meanPower >= limit * both) this.#choice = 'mean';
    else if (this.#choice === 'mean') this.#choice = this.#leftPower >= this.#rightPower ? 'left' : 'right';
    else if (this.#choice === 'left' && this.#rightPower > louderRatio * this.#leftPower) this.#choice = 'right';
    else if (this.#choice === 'right' && this.#leftPower > louderRatio * this.#rightPower) this.#choice = 'left';
  }

  #blend(left: Float32Array, right: Float32Array, start: number, end: number, mono: Float32Array): void {
    const target = targets[this.#choice];
    let leftWeight = this.#leftWeight;
    let rightWeight = this.#rightWeight;
    for (let i = start; i < end; i += 1) {
      leftWeight += Math.max(-weightStep, Math.min(weightStep, target.left - leftWeight));
      rightWeight += Math.max(-weightStep, Math.min(weightStep, target.right - rightWeight));
      mono[i] = leftWeight * left[i] + rightWeight * right[i];
    }
    this.#leftWeight = leftWeight;
    this.#rightWeight = rightWeight;
  }
}
