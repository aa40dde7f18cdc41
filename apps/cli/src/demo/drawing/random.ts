/** Increment of the state: 2³² divided by the golden ratio, odd. */
const increment = 0x9e3779b9;

/** A sequence of pseudo-random numbers that follows from its seed: a Weyl sequence through MurmurHash3's 32-bit finaliser. */
export class Random {
  #state: number;

  /** @param seed 0 to 2³² − 1 */
  constructor(seed: number) {
    this.#state = mix(seed + increment);
  }

  /** 0 to below 1. */
  next(): number {
    this.#state = (this.#state + increment) | 0;
    return mix(this.#state) / 2 ** 32;
  }

  /** From `least` to below `most`. */
  between(least: number, most: number): number {
    return least + (most - least) * this.next();
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of the items. */
  pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.next() * items.length)];
  }

  /** The same items in another order, every order as likely (Fisher and Yates). */
  shuffle<Item>(items: readonly Item[]): Item[] {
    const shuffled = [...items];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = Math.floor(this.next() * (last + 1));
      [shuffled[last], shuffled[other]] = [shuffled[other], shuffled[last]];
    }
    return shuffled;
  }
}

/** A hash of three whole numbers, 0 to below 1: the same place always gives the same texture. */
export function hashedNoise(x: number, y: number, layer: number): number {
  return mix(Math.imul(x, 0x27d4eb2f) + Math.imul(y, 0x165667b1) + Math.imul(layer, increment)) / 2 ** 32;
}

/** Value noise of one octave: hashed values at whole coordinates, smooth between them, 0 to 1. */
export function smoothNoise(x: number, y: number, layer: number): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  const ease = (t: number): number => t * t * (3 - 2 * t);
  const right = ease(x - column);
  const down = ease(y - row);
  const top = hashedNoise(column, row, layer) * (1 - right) + hashedNoise(column + 1, row, layer) * right;
  const bottom = hashedNoise(column, row + 1, layer) * (1 - right) + hashedNoise(column + 1, row + 1, layer) * right;
  return top * (1 - down) + bottom * down;
}

function mix(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
