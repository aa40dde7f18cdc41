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
    for (let i = 0; i < left.length; i += 1) {
      this.#measure(left[i], right[i]);
      this.#turn();
      mono[i] = this.#leftWeight * left[i] + this.#rightWeight * right[i];
    }
    return mono;
  }

  #measure(left: number, right: number): void {
    const mean = (left + right) / 2;
    const share = 1 / Math.min((this.#samples += 1), memorySamples);
    this.#leftPower += share * (left * left - this.#leftPower);
    this.#rightPower += share * (right * right - this.#rightPower);
    this.#meanPower += share * (mean * mean - this.#meanPower);
    if (this.#samples >= leastSamples) this.#choose();
  }

  #choose(): void {
    const both = (this.#leftPower + this.#rightPower) / 2;
    const limit = this.#choice === 'mean' ? cancelShare.below : cancelShare.above;
    if (this.#meanPower >= limit * both) this.#choice = 'mean';
    else if (this.#choice === 'mean') this.#choice = this.#leftPower >= this.#rightPower ? 'left' : 'right';
    else if (this.#choice === 'left' && this.#rightPower > louderRatio * this.#leftPower) this.#choice = 'right';
    else if (this.#choice === 'right' && this.#leftPower > louderRatio * this.#rightPower) this.#choice = 'left';
  }

  #turn(): void {
    this.#leftWeight = towards(this.#leftWeight, { mean: 0.5, left: 1, right: 0 }[this.#choice]);
    this.#rightWeight = towards(this.#rightWeight, { mean: 0.5, left: 0, right: 1 }[this.#choice]);
  }
}

function towards(weight: number, target: number): number {
  return weight < target ? Math.min(target, weight + weightStep) : Math.max(target, weight - weightStep);
}
