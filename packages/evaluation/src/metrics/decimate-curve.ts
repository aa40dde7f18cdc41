/**
 * At most `most` points of a curve, picked at equal distances along the drawn line with both its ends, so that steep and
 * flat parts keep their shape alike.
 *
 * @param position - Where a point is drawn, both axes 0 to 1.
 */
export function decimateCurve<Point>(
  points: readonly Point[],
  most: number,
  position: (point: Point) => readonly [number, number],
): Point[] {
  if (points.length <= most) return [...points];
  const along = [0];
  for (let index = 1; index < points.length; index += 1) {
    const [x, y] = position(points[index] as Point);
    const [beforeX, beforeY] = position(points[index - 1] as Point);
    along.push((along[index - 1] as number) + Math.hypot(x - beforeX, y - beforeY));
  }
  const step = (along.at(-1) as number) / (most - 1);
  let next = 0;
  const kept = points.filter((_, index) => {
    if (index === points.length - 1) return false;
    if ((along[index] as number) < next) return false;
    next = (Math.floor((along[index] as number) / (step || 1)) + 1) * step;
    return true;
  });
  return [...kept.slice(0, most - 1), points.at(-1) as Point];
}
