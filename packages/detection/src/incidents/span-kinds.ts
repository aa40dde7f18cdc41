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
  readonly limbs: number;
  readonly posture: number;
  readonly loudness: number;
  readonly oddness: number;
}

/** Splits the fused score of a moment into what each part added. */
export function contributionsOf(calibrated: CalibratedMoment): Contributions {
  const { moment, movement, where, pace, size, crowd, label, limbs, posture, loudness, oddness } = calibrated;
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
    ...larger({ limbs, posture }),
    ...larger({ loudness, oddness }),
  };
}

/** Of two families of one sense only the larger one joins. */
function larger<Name extends string>(pair: Readonly<Record<Name, number>>): Record<Name, number> {
  const most = Math.max(...Object.values<number>(pair));
  const entries = Object.entries<number>(pair);
  const first = entries.findIndex(([, value]) => value === most);
  return Object.fromEntries(entries.map(([name, value], i) => [name, i === first ? beyond(value) : 0])) as Record<Name, number>;
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
  limbs: 'pose.unusual',
  posture: 'pose.unusual',
  loudness: 'audio.loud',
  oddness: 'audio.unusual',
};

/** Names what an incident is, strongest first, from the parts' sums over its moments. */
export function kindsOf(moments: readonly CalibratedMoment[]): IncidentKind[] {
  const names = Object.keys(kindOf) as (keyof Contributions)[];
  const sums = Object.fromEntries(names.map((name) => [name, 0])) as Record<keyof Contributions, number>;
  for (const moment of moments) {
    const parts = contributionsOf(moment);
    for (const name of names) sums[name] += parts[name] * moment.fused;
  }
  const ordered = names.toSorted((a, b) => sums[b] - sums[a]);
  const named = ordered.filter((name) => sums[name] >= namedShare * sums[ordered[0]]);
  return [...new Set(named.map((name) => kindOf[name]))];
}
