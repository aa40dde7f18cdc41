/** Surprise over time in columns. */
export interface TimelineColumns {
  /** Media times of the entries, ascending. */
  readonly seconds: Float64Array;
  /** All senses together, then the senses one by one: a value an entry, NaN where nothing was said. */
  readonly lanes: readonly Float64Array[];
}

/** Shortest stretch that entries are folded into, milliseconds; all others are this times a whole number. */
export const baseMs = 100;

/**
 * Folds entries into stretches of time that begin at whole multiples of `widthMs`. A stretch keeps the largest value of every lane and
 * stands at the time of the largest of the first lane; where there is no entry there is no stretch.
 */
export function folded(columns: TimelineColumns, widthMs: number): TimelineColumns {
  const { seconds, lanes } = columns;
  const count = foldedCount(columns, widthMs);
  const result = { seconds: new Float64Array(count), lanes: lanes.map(() => new Float64Array(count).fill(Number.NaN)) };
  const [first] = lanes;
  let at = -1;
  let stretch = Number.NEGATIVE_INFINITY;
  for (let entry = 0; entry < seconds.length; entry += 1) {
    const own = stretchOf(seconds[entry], widthMs);
    const isNew = own !== stretch;
    if (isNew) {
      at += 1;
      stretch = own;
    }
    if (isNew || first[entry] > result.lanes[0][at]) result.seconds[at] = seconds[entry];
    for (let lane = 0; lane < lanes.length; lane += 1) {
      const value = lanes[lane][entry];
      const known = result.lanes[lane];
      if (value > known[at] || Number.isNaN(known[at])) known[at] = value;
    }
  }
  return result;
}

/** How many stretches the entries fold into. */
export function foldedCount({ seconds }: Pick<TimelineColumns, 'seconds'>, widthMs: number): number {
  let count = 0;
  let stretch = Number.NEGATIVE_INFINITY;
  for (const at of seconds) {
    const own = stretchOf(at, widthMs);
    if (own !== stretch) count += 1;
    stretch = own;
  }
  return count;
}

/** The entries `from` to `to`, the latter left out. */
export function cut({ seconds, lanes }: TimelineColumns, from: number, to: number): TimelineColumns {
  return { seconds: seconds.subarray(from, to), lanes: lanes.map((lane) => lane.subarray(from, to)) };
}

/** Number of the stretch that a moment lies in. */
export function stretchOf(seconds: number, widthMs: number): number {
  return Math.floor((seconds * 1000) / widthMs);
}
