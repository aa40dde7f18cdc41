/** Numbers that look random and are the same in every run. Source: Marsaglia, "Xorshift RNGs" (2003), 32 bits, shifts 13, 17, 5. */
export class SeededRandom {
  #state: number;

  /** @param seed Any whole number but 0. */
  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** A whole number from 0 to `limit` − 1. */
  below(limit: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % limit;
  }

  /** One of the entries. */
  pick<Entry>(entries: readonly Entry[]): Entry {
    return entries[this.below(entries.length)];
  }

  /** Bytes of noise. */
  bytes(count: number): Buffer {
    return Buffer.from(Uint8Array.from({ length: count }, () => this.below(256)));
  }
}
