/** The part of a recording that a timeline shows, media seconds. */
export interface ViewSpan {
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/** No closer than so much at once, seconds. */
const leastSeconds = 2;

/**
 * A timeline zoomed about a moment, which stays where it is on the screen.
 *
 * @param factor Above 1 shows less, below 1 more.
 * @param whole What there is to show.
 */
export function zoomed(view: ViewSpan, factor: number, aboutSeconds: number, whole: ViewSpan): ViewSpan {
  const length = lengthOf(view);
  const wanted = Math.max(Math.min(leastSeconds, lengthOf(whole)), Math.min(lengthOf(whole), length / factor));
  const share = length === 0 ? 0.5 : (aboutSeconds - view.startSeconds) / length;
  return within(aboutSeconds - share * wanted, wanted, whole);
}

/** A timeline moved along. */
export function panned(view: ViewSpan, bySeconds: number, whole: ViewSpan): ViewSpan {
  return within(view.startSeconds + bySeconds, lengthOf(view), whole);
}

/** The timeline with a moment in it: as it is where the moment is in view, else turned on to where it is a tenth from the start. */
export function following(view: ViewSpan, seconds: number, whole: ViewSpan): ViewSpan {
  if (seconds >= view.startSeconds && seconds <= view.endSeconds) return view;
  return within(seconds - lengthOf(view) / 10, lengthOf(view), whole);
}

/** A stretch with room about it, as much as the whole has. */
export function around({ startSeconds, endSeconds }: ViewSpan, whole: ViewSpan): ViewSpan {
  const length = Math.min(lengthOf(whole), Math.max(20, 3 * (endSeconds - startSeconds)));
  return within((startSeconds + endSeconds - length) / 2, length, whole);
}

/** Whether all of a recording is in view. */
export function isWhole(view: ViewSpan, whole: ViewSpan): boolean {
  return lengthOf(view) >= lengthOf(whole) * 0.999;
}

function within(startSeconds: number, length: number, whole: ViewSpan): ViewSpan {
  const start = Math.min(Math.max(startSeconds, whole.startSeconds), whole.endSeconds - length);
  return { startSeconds: start, endSeconds: start + length };
}

function lengthOf({ startSeconds, endSeconds }: ViewSpan): number {
  return endSeconds - startSeconds;
}
