import type { NormalMoment } from '@vigil/contracts';
import { appearanceLength } from '../features/feature-record.ts';
import type { ExemplarRange } from '../nearest/exemplar-index.ts';
import { momentOf } from '../normality/normal-moment.ts';
import type { CalibratedMoment } from '../scoring/calibrated-moment.ts';
import type { IncidentContext } from './incident-context.ts';

/** Moments shown at most. */
const shown = 3;

/** Of one segment of footage only the nearest exemplar is shown. */
export function nearestAppearance(context: IncidentContext, moments: readonly CalibratedMoment[]): NormalMoment[] {
  const { exemplars, profile } = context;
  if (!exemplars) return [];
  const query = strangestVector(moments);
  if (!query) return [];
  const found: NormalMoment[] = [];
  let ranges: ExemplarRange[] = [{ from: 0, to: exemplars.count }];
  while (found.length < shown) {
    const { distances, indices } = exemplars.nearest(query, ranges);
    const at = indices[0];
    if (at < 0) break;
    const { segments, sources, seconds } = profile.exemplars;
    found.push(momentOf(profile.sources[sources[at]], seconds[at], distances[0]));
    const segment = segments[at];
    const [from, to] = [segments.indexOf(segment), segments.lastIndexOf(segment) + 1];
    ranges = ranges.flatMap((range) => [
      { from: range.from, to: Math.min(range.to, from) },
      { from: Math.max(range.from, to), to: range.to },
    ]);
    ranges = ranges.filter((range) => range.to > range.from);
    if (ranges.length === 0) break;
  }
  return found;
}

/** The appearance vector of the strangest looking cell that was looked at; null where none was. */
export function strangestVector(moments: readonly CalibratedMoment[]): Int8Array | null {
  let best: { vector: Int8Array; surprise: number } | null = null;
  for (const { moment } of moments) {
    const { appearance } = moment.record;
    if (!appearance) continue;
    for (const cell of moment.movementCells) {
      const at = appearance.cells.indexOf(cell.cell);
      if (at < 0 || (best && best.surprise >= cell.distanceSurprise)) continue;
      best = {
        vector: appearance.vectors.slice(at * appearanceLength, (at + 1) * appearanceLength),
        surprise: cell.distanceSurprise,
      };
    }
  }
  return best?.vector ?? null;
}

/** The normal moments whose speed comes nearest. */
export function nearestSpeed(context: IncidentContext, speed: number): NormalMoment[] {
  return context.profile.fastest
    .map((moment) => ({ ...moment, distance: Math.abs(moment.distance - speed) }))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, shown);
}
