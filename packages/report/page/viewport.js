/** The stretch of time that the timeline shows. Every move stays within the video. */
export class Viewport {
  /**
   * @param {number} fullStart seconds
   * @param {number} fullEnd seconds
   * @param {number} shortest shortest stretch to zoom to, seconds
   */
  constructor(fullStart, fullEnd, shortest) {
    this.fullStart = fullStart;
    this.fullEnd = fullEnd;
    this.shortest = Math.min(shortest, fullEnd - fullStart);
    this.start = fullStart;
    this.end = fullEnd;
  }

  get isWhole() {
    return this.start <= this.fullStart && this.end >= this.fullEnd;
  }

  /**
   * Shows `span` seconds from `start` on, pushed back into the video where it would leave it.
   *
   * @param {number} start
   * @param {number} span
   */
  show(start, span) {
    const length = Math.min(this.fullEnd - this.fullStart, Math.max(this.shortest, span));
    this.start = Math.min(this.fullEnd - length, Math.max(this.fullStart, start));
    this.end = this.start + length;
  }

  /**
   * Zooms so that the moment `anchor` stays where it is on the screen.
   *
   * @param {number} factor above 1 shows less time
   * @param {number} anchor seconds
   */
  zoom(factor, anchor) {
    const before = this.end - this.start;
    const after = Math.min(this.fullEnd - this.fullStart, Math.max(this.shortest, before / factor));
    this.show(anchor - ((anchor - this.start) * after) / before, after);
  }

  /** @param {number} seconds */
  pan(seconds) {
    this.show(this.start + seconds, this.end - this.start);
  }

  /** Shows the whole video. */
  fit() {
    this.show(this.fullStart, this.fullEnd - this.fullStart);
  }
}
