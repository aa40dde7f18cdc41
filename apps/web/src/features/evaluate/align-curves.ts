/** One curve. */
export interface Curve {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** Curves over one common axis: each place holds a point of one curve, and nothing of the others. */
export interface AlignedCurves {
  readonly x: readonly number[];
  readonly columns: readonly (readonly (number | null)[])[];
}

/** Puts curves of different places onto one axis. Points of a curve at the same place keep their order, so that steps stay steps. */
export function alignCurves(curves: readonly Curve[]): AlignedCurves {
  const points = curves
    .flatMap(({ x, y }, curve) => x.map((place, index) => ({ place, curve, height: y[index] ?? null })))
    .toSorted((one, other) => one.place - other.place);
  return {
    x: points.map(({ place }) => place),
    columns: curves.map((_, column) => points.map(({ curve, height }) => (curve === column ? height : null))),
  };
}
