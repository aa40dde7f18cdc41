import type { IncidentKind } from '@vigil/contracts';
import type { CalibratedMoment } from '../scoring/calibrated-moment.ts';
import { beyond } from '../scoring/joining-surprise.ts';

/** What the parts of the fused score add at one moment, −log10 of p. */
export interface Contributions {
  readonly speed: number;
  readonly appearance: number;
  readonly place: number;
  readonly direction: number;
  readonly pace: number;
  readonly size: number;
  readonly label: number;
  readonly crowd: number;
}

/** Splits the fused score of a moment into what each part added. */
export function contributionsOf({ moment, movement, where, pace, size, crowd, label }: CalibratedMoment): Contributions {
  const parts = moment.speedPart + moment.appearancePart;
  const appearanceShare = parts > 0 ? moment.appearancePart / parts : 0;
  const places = moment.whereCells.reduce((sum, cell) => sum + cell.placeSurprise, 0);
  const directions = moment.whereCells.reduce((sum, cell) => sum + cell.directionSurprise, 0);
  const placeShare = places + directions > 0 ? places / (places + directions) : 0;
  return {
    speed: movement * (1 - appearanceShare),
    appearance: movement * appearanceShare,
    place: beyond(where) * placeShare,
    direction: beyond(where) * (1 - placeShare),
    pace: beyond(pace),
    size: beyond(size),
    label: beyond(label),
    crowd: beyond(crowd),
  };
}

/** Parts that add at least this share of the strongest one are named too. */
const namedShare = 0.5;

const kindOf: Readonly<Record<keyof Contributions, IncidentKind>> = {
  speed: 'motion.speed',
  appearance: 'object.unusual',
  place: 'motion.place',
  direction: 'motion.direction',
  pace: 'motion.speed',
  size: 'object.unusual',
  label: 'object.unusual',
  crowd: 'crowd.surge',
};

/** Names what an incident is, strongest first, from the parts' sums over its moments. */
export function kindsOf(moments: readonly CalibratedMoment[]): IncidentKind[] {
  const sums: Record<keyof Contributions, number> = {
    speed: 0,
    appearance: 0,
    place: 0,
    direction: 0,
    pace: 0,
    size: 0,
    label: 0,
    crowd: 0,
  };
  for (const moment of moments) {
    const parts = contributionsOf(moment);
    for (const name of Object.keys(sums) as (keyof Contributions)[]) sums[name] += parts[name] * moment.fused;
  }
  const ordered = (Object.keys(sums) as (keyof Contributions)[]).toSorted((a, b) => sums[b] - sums[a]);
  const named = ordered.filter((name) => sums[name] >= namedShare * sums[ordered[0]]);
  return [...new Set(named.map((name) => kindOf[name]))];
}
