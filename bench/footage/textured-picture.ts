/**
 * A gray picture like that of a camera in low light: soft shapes of many sizes, 16 to 239, and sensor noise that is new in every copy.
 * The same numbers give the same picture.
 */
export class TexturedPicture {
  readonly width: number;
  readonly height: number;
  readonly #ground: Uint8Array;
  readonly #noise: Int8Array;
  #state = 1;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#ground = Uint8Array.from({ length: width * height }, (_, i) => this.#shape(i % width, Math.floor(i / width)));
    // About normal with a deviation of 1.6 levels: the sum of four even ones.
    this.#noise = Int8Array.from({ length: 4 * width * height }, () =>
      Math.round((this.#random() + this.#random() + this.#random() + this.#random() - 2) * 2.8),
    );
  }

  /** `[height, width]` luma with new noise. */
  copy(): Uint8Array {
    const picture = new Uint8Array(this.#ground.length);
    const start = Math.floor(this.#random() * 3 * this.#ground.length);
    for (let i = 0; i < picture.length; i++) picture[i] = this.#ground[i] + this.#noise[start + i];
    return picture;
  }

  #shape(x: number, y: number): number {
    const waves = Math.sin(x / 97) * Math.cos(y / 71) * 45 + Math.sin(x / 13 + y / 29) * 22 + Math.sin((x * y) / 9000) * 16;
    const tiles = ((x >> 6) + (y >> 5)) % 2 === 0 ? 14 : -14;
    return Math.max(16, Math.min(239, Math.round(128 + waves + tiles)));
  }

  #random(): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return this.#state / 2 ** 32;
  }
}
