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

/** The picture is divided into this many places each way: lines that roll through it are flicker too. */
const placesEachWay = 4;
const places = placesEachWay * placesEachWay;
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
    let [alternating, swings] = [0, 0];
    for (let place = 0; place < places; place++) {
      const count = countSwings(this.#levels.map((levels) => levels[place]));
      if (count < leastSwings) continue;
      alternating += 1;
      swings += count;
    }
    const seconds = this.#times[this.#times.length - 1] - this.#times[0];
    return { share: alternating / places, swingsPerSecond: alternating === 0 ? 0 : swings / alternating / seconds };
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
