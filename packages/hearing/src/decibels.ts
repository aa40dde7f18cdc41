/** Levels are never below this, dBFS: digital silence has none of its own. */
const floorDb = -120;

/** A mean square (1 is 0 dBFS) as a level in dBFS, −120 at least. */
export function powerToDb(meanSquare: number): number {
  return meanSquare > 1e-12 ? 10 * Math.log10(meanSquare) : floorDb;
}
