/** Two significant digits. */
export function figure(value: number): string {
  return String(Number(value.toPrecision(2)));
}

/** How rare a moment of this surprise is. */
export function rare(surprise: number): string {
  return surprise > 4 ? 'fewer than 1 in 10,000' : `about 1 in ${Number((10 ** surprise).toPrecision(1))}`;
}
