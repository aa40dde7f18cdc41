import type { CalibratedMoment } from '../scoring/calibrated-moment.ts';

/** The moment with the largest value; the first of equals. */
export function strongest(moments: readonly CalibratedMoment[], value: (moment: CalibratedMoment) => number): CalibratedMoment {
  return moments.reduce((best, moment) => (value(moment) > value(best) ? moment : best));
}
