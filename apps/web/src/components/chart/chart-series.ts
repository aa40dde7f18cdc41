/** One axis of a chart. */
export interface ChartAxis {
  /** What it measures, with the unit. */
  readonly label: string;
  /** How a place on it is written. */
  readonly format: (value: number) => string;
  /** Both ends; as the values need where left out. */
  readonly range?: readonly [number, number];
}

/** One line of a chart. */
export interface ChartSeries {
  readonly label: string;
  /** Heights, one for each place on the horizontal axis; null leaves a place out. */
  readonly values: readonly (number | null)[];
  /** Name of a CSS variable. */
  readonly colour: `--${string}`;
  /** Lengths of strokes and gaps in pixels; a solid line where left out. */
  readonly dash?: readonly number[];
  /** Whether a value holds until the next. */
  readonly steps?: boolean;
}

/** At most so many rows of a table, taken at equal distances, the last one always. */
export function rowsToShow(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, index) => index);
  return Array.from({ length: most }, (_, index) => Math.round((index * (count - 1)) / (most - 1)));
}
