/** Settings of a One Euro filter. */
export interface OneEuroSettings {
  /** Cut-off frequency of what does not move, hertz. */
  readonly leastCutoffHz: number;
  /** By how much the cut-off rises with the speed. */
  readonly beta: number;
  /** Cut-off frequency of the speed, hertz. */
  readonly speedCutoffHz: number;
}

/** What a One Euro filter remembers of each value. Plain data. */
export interface OneEuroState {
  readonly timeSeconds: number;
  /** The values as they last came in. */
  readonly raw: Float64Array;
  /** The values as they last came out. */
  readonly smooth: Float64Array;
  /** Smoothed change in a second, in units of the value scale. */
  readonly speed: Float64Array;
}

/**
 * Smooths values that change in time: strongly where they rest, hardly where they move (Casiez, Roussel, Vogel, "1 € Filter", CHI 2012, with the scale that
 * MediaPipe's OneEuroFilter gives the speed).
 *
 * @param state - what the last call gave; null for the first values, which are handed back as they are
 * @param valueScale - what a change is multiplied by before it counts as speed
 * @returns the new state, whose `smooth` are the smoothed values; a time that is not later changes nothing and hands the values back
 */
export function smoothOneEuro(
  settings: OneEuroSettings,
  state: OneEuroState | null,
  values: Float64Array,
  timeSeconds: number,
  valueScale: number,
): OneEuroState {
  if (state === null) return { timeSeconds, raw: values, smooth: values, speed: new Float64Array(values.length) };
  const elapsedSeconds = timeSeconds - state.timeSeconds;
  if (elapsedSeconds <= 0) return { ...state, smooth: values };
  const speedShare = shareOfNew(settings.speedCutoffHz, elapsedSeconds);
  const smooth = new Float64Array(values.length);
  const speed = new Float64Array(values.length);
  values.forEach((value, index) => {
    const change = ((value - state.raw[index]) * valueScale) / elapsedSeconds;
    speed[index] = state.speed[index] + speedShare * (change - state.speed[index]);
    const share = shareOfNew(settings.leastCutoffHz + settings.beta * Math.abs(speed[index]), elapsedSeconds);
    smooth[index] = state.smooth[index] + share * (value - state.smooth[index]);
  });
  return { timeSeconds, raw: values, smooth, speed };
}

/** Share of the new value in a low-pass filter of first order. */
function shareOfNew(cutoffHz: number, elapsedSeconds: number): number {
  return 1 / (1 + 1 / (2 * Math.PI * cutoffHz * elapsedSeconds));
}
