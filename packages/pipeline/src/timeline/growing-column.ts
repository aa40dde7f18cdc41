/** Numbers whose count is not known before the last has come. */
export class GrowingColumn {
  #values = new Float64Array(1024);
  #count = 0;

  add(value: number): void {
    if (this.#count === this.#values.length) {
      const larger = new Float64Array(2 * this.#count);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#count] = value;
    this.#count += 1;
  }

  /** All that were added. */
  values(): Float64Array {
    return this.#values.subarray(0, this.#count);
  }
}
