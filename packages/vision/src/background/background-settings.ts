/** Settings of {@link BackgroundModel}. */
export interface BackgroundSettings {
  /** Smallest difference from the background that counts as foreground, gray levels. */
  readonly minimumContrast: number;
  /** Foreground also has to exceed this multiple of the pixel's usual mean absolute deviation. */
  readonly deviationFactor: number;
  /** Time constant with which a settled background follows slow changes of light, seconds. */
  readonly adaptSeconds: number;
  /** A thing that stands still for this long becomes background, seconds; sooner where the background itself is young. */
  readonly absorbSeconds: number;
  /** Share of the picture that has to differ from the background for it to be taken as a change of light or scene, 0 to 1. */
  readonly floodShare: number;
}

/** Settings that fit any source. */
export const defaultBackgroundSettings: BackgroundSettings = {
  minimumContrast: 14,
  deviationFactor: 4.5,
  adaptSeconds: 20,
  absorbSeconds: 60,
  floodShare: 0.65,
};
