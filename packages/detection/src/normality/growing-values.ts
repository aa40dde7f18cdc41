/** Values kept at most; beyond that every second one goes, then every second of the rest is taken, and so on. */
const mostValues = 1 << 20;

/** A list of numbers that grows in bounded memory: past its limit it keeps an even sample. */
export class GrowingValues {
  #values = new Float32Array(1024);
  #count = 0;
  #stride = 1;
  #skipped = 0;

  /** Adds a value. */
  push(value: number): void {
    this.#skipped += 1;
    if (this.#skipped < this.#stride) return;
    this.#skipped = 0;
    if (this.#count === this.#values.length) this.#grow();
    this.#values[this.#count] = value;
    this.#count += 1;
  }

  /** The values, in order. */
  toArray(): Float32Array {
    return this.#values.slice(0, this.#count);
  }

  #grow(): void {
    if (this.#count < mostValues) {
      const larger = new Float32Array(this.#count * 2);
      larger.set(this.#values);
      this.#values = larger;
      return;
    }
    for (let i = 0; i < this.#count / 2; i += 1) this.#values[i] = this.#values[2 * i + 1];
    this.#count /= 2;
    this.#stride *= 2;
  }
}
