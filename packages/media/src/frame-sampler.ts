/** A declared rate this much above the analysis rate still counts as at the analysis rate: clocks of cameras are not exact. */
const rateTolerance = 1.05;

/**
 * Chooses the pictures of a stream that are analysed, by media time alone, so that a resumed run chooses the same ones.
 *
 * - A source that declares at most the analysis rate keeps every picture, short of bursts closer than a quarter of an interval.
 * - A source at nearly a whole multiple of it (29.97, 30, 60 for 10) keeps every n-th: evenly spaced.
 * - Any other source keeps the first picture of every interval of 1 ∕ rate.
 */
export class FrameSampler {
  readonly #slotsPerSecond: number;
  readonly #tolerance: number;
  readonly #keepsAll: boolean;
  #firstSeconds: number | null = null;
  #lastKeptSeconds = Number.NEGATIVE_INFINITY;
  #lastSlot = -1;

  /**
   * @param analysisFramesPerSecond Rate of analysis, above 0.
   * @param sourceFramesPerSecond Rate that the source declares; null where it declares none.
   */
  constructor(analysisFramesPerSecond: number, sourceFramesPerSecond: number | null) {
    const sourceRate = sourceFramesPerSecond ?? 0;
    this.#keepsAll = sourceRate > 0 && sourceRate <= analysisFramesPerSecond * rateTolerance;
    const everyNth = Math.ceil(sourceRate / (analysisFramesPerSecond * rateTolerance));
    const evenRate = sourceRate / Math.max(1, everyNth);
    const isEven = sourceRate > 0 && evenRate >= analysisFramesPerSecond / rateTolerance;
    this.#slotsPerSecond = isEven ? evenRate : analysisFramesPerSecond;
    // Just under half the distance of two source pictures: time stamps may be off by that and still fall into their own slot.
    this.#tolerance = sourceRate > 0 ? (0.4 * this.#slotsPerSecond) / sourceRate : 0.05;
  }

  /** True where the picture at this time is analysed. Times must be given in the order of presentation. */
  keep(timeSeconds: number): boolean {
    this.#firstSeconds ??= timeSeconds;
    const sinceKept = timeSeconds - this.#lastKeptSeconds;
    if (sinceKept <= 0) return false;
    const slot = Math.floor((timeSeconds - this.#firstSeconds) * this.#slotsPerSecond + this.#tolerance);
    const keep = this.#keepsAll ? sinceKept * this.#slotsPerSecond > 0.25 : slot > this.#lastSlot;
    if (!keep) return false;
    this.#lastSlot = slot;
    this.#lastKeptSeconds = timeSeconds;
    return true;
  }
}
