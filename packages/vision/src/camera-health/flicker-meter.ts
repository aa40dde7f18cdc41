import type { GrayFrame } from '@vigil/contracts';

/** State of a {@link FlickerMeter} as plain data. */
export interface FlickerMeterSnapshot {
  readonly times: readonly number[];
  readonly levels: readonly Float32Array[];
}

/** How the light of a picture alternates. */
export interface FlickerReport {
  /** Share of the picture whose light alternates, 0 to 1. */
  readonly share: number;
  /** Changes of light, up and down together, a second. */
  readonly swingsPerSecond: number;
}

/** The picture is divided into this many places each way. */
const placesEachWay = 4;
const places = placesEachWay * placesEachWay;
/** So many places need not follow the others. */
const exceptions = 3;
/** Pictures of this time are looked at together, seconds. */
const windowSeconds = 2;
/** A swing is at least this share of the level, and at least so many gray levels. */
const leastSwingShare = 0.06;
const leastSwingLevels = 3;
/** So many swings in the window are an alternation; a lamp that is switched on, off and on again makes three. */
const leastSwings = 5;
/** Every so many pixels of every so many rows is read: the mean of a place needs no more. */
const columnStep = 4;
const rowStep = 8;

/** Watches the brightness of sixteen places of a picture for alternation. Takes every picture, not only moments. */
export class FlickerMeter {
  readonly #times: number[];
  readonly #levels: Float32Array[];

  constructor(snapshot: FlickerMeterSnapshot | null = null) {
    this.#times = [...(snapshot?.times ?? [])];
    this.#levels = [...(snapshot?.levels ?? [])];
  }

  /** Takes the next picture. */
  add(frame: GrayFrame): void {
    this.#times.push(frame.timeSeconds);
    this.#levels.push(placeLevels(frame));
    while (frame.timeSeconds - this.#times[0] > windowSeconds) {
      this.#times.shift();
      this.#levels.shift();
    }
  }

  /** What the pictures of the last two seconds say. */
  report(): FlickerReport {
    const seconds = this.#times[this.#times.length - 1] - this.#times[0];
    const swings = countSwings(this.#commonLevels());
    // what moves in the picture changes some places, each at its own times; the light changes most of them together
    if (swings < leastSwings) return { share: 0, swingsPerSecond: 0 };
    let alternating = 0;
    for (let place = 0; place < places; place++) {
      if (countSwings(this.#levels.map((levels) => levels[place])) >= leastSwings) alternating += 1;
    }
    return { share: alternating / places, swingsPerSecond: swings / seconds };
  }

  /**
   * The light that the places have in common, gray levels: only by as much as four places of five change alike, up or down, it follows.
   * What moves before a lens is large, but some places always stay as they are.
   */
  #commonLevels(): number[] {
    const mean =
      this.#levels.reduce((sum, levels) => sum + levels.reduce((a, b) => a + b, 0), 0) / (places * this.#levels.length);
    let common = 1;
    return this.#levels.map((levels, index) => {
      const before = this.#levels[Math.max(0, index - 1)];
      const changes = levels.map((level, place) => (level - before[place]) / (Math.max(level, before[place]) + 1)).sort();
      common *= 1 + Math.max(0, changes[exceptions]) + Math.min(0, changes[places - 1 - exceptions]);
      return common * mean;
    });
  }

  /** The state as plain data. */
  snapshot(): FlickerMeterSnapshot {
    return { times: this.#times.slice(), levels: this.#levels.slice() };
  }
}

/** Mean gray levels of the places. */
function placeLevels({ width, height, data }: GrayFrame): Float32Array {
  const sums = new Float32Array(places);
  const counts = new Float32Array(places);
  for (let y = rowStep >> 1; y < height; y += rowStep) {
    const placeRow = Math.floor((y * placesEachWay) / height) * placesEachWay;
    for (let column = 0; column < placesEachWay; column++) {
      const end = y * width + Math.floor(((column + 1) * width) / placesEachWay);
      let sum = 0;
      let count = 0;
      for (let at = y * width + Math.floor((column * width) / placesEachWay); at < end; at += columnStep, count++)
        sum += data[at];
      sums[placeRow + column] += sum;
      counts[placeRow + column] += count;
    }
  }
  return sums.map((sum, place) => sum / Math.max(1, counts[place]));
}

/** Number of rises and falls of a series that are large enough to be swings. */
function countSwings(levels: readonly number[]): number {
  let [low, high] = [levels[0], levels[0]];
  let direction = 0;
  let swings = 0;
  for (const level of levels) {
    low = Math.min(low, level);
    high = Math.max(high, level);
    const least = Math.max(leastSwingLevels, leastSwingShare * high);
    if (direction <= 0 && level - low >= least) {
      swings += 1;
      direction = 1;
      high = level;
    } else if (direction >= 0 && high - level >= least) {
      swings += 1;
      direction = -1;
      low = level;
    }
  }
  return swings;
}
