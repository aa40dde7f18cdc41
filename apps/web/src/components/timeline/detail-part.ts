import type { TimelinePart } from '../../lib/queries/timeline-query.ts';
import type { ViewSpan } from './view-span.ts';

/** The whole recording, as it is drawn until something finer has come; more rows than most screens have. */
export const overviewPart: TimelinePart = { span: null, points: 2000 };
/** Enough for two rows a pixel where a view takes the least share of its part. */
const detailPoints = 3000;
/** Parts are no shorter: all frames of so much fit into one. */
const leastUnitSeconds = 128;

/**
 * The finer part of a timeline for a view: the view with room on either side, on a grid that goes by its length, so that moving about and
 * zooming a little asks for nothing new. Null where the overview has it all.
 */
export function detailPart(view: ViewSpan, whole: ViewSpan, overview: { readonly exact: boolean }): TimelinePart | null {
  const length = view.endSeconds - view.startSeconds;
  const unit = Math.max(leastUnitSeconds, 2 ** Math.ceil(Math.log2(length)));
  // twice the unit long, which is at most four times the view: where that is everything, the overview is as fine
  if (overview.exact || 2 * unit >= 1.5 * (whole.endSeconds - whole.startSeconds)) return null;
  const startSeconds = Math.max(0, Math.floor((view.startSeconds - unit / 4) / (unit / 2)) * (unit / 2));
  return { span: { startSeconds, endSeconds: startSeconds + 2 * unit }, points: detailPoints };
}
