import type { RailBand } from '../timeline/incident-rail.tsx';

/** What is laid over the picture is there so long before it is shown, seconds. */
const aheadSeconds = 5;
/** So many are kept at hand. */
const mostKept = 50;

/**
 * The incidents of which more is needed than their times: those that go on about a moment, and the next one to come, else the last.
 *
 * @param known Those that are at hand, oldest first.
 * @returns The same list where nothing is missing.
 */
export function overlayIds(known: readonly string[], bands: readonly RailBand[], seconds: number): readonly string[] {
  const inOrder = bands.toSorted((a, b) => a.startSeconds - b.startSeconds);
  const near = inOrder.filter((band) => seconds >= band.startSeconds - aheadSeconds && seconds <= band.endSeconds + aheadSeconds);
  const next = inOrder.find(({ startSeconds }) => startSeconds > seconds) ?? inOrder.at(-1);
  const needed = [...near, ...(next === undefined ? [] : [next])].map(({ id }) => id);
  const missing = new Set(needed.filter((id) => !known.includes(id)));
  return missing.size === 0 ? known : [...known, ...missing].slice(-mostKept);
}
