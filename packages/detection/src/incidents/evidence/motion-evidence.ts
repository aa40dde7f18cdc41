import type { Evidence } from '@vigil/contracts';
import type { CalibratedMoment } from '../../scoring/calibrated-moment.ts';
import { figure, rare } from '../figures.ts';
import { type IncidentContext, pValueOf } from '../incident-context.ts';
import { nearestSpeed } from '../nearest-normal.ts';
import { strongest } from '../strongest.ts';

/** What optical flow and tracks say about how things move. */
export function motionEvidence(context: IncidentContext, moments: readonly CalibratedMoment[], share: number): Evidence {
  const fast = strongest(moments, (moment) => moment.speed);
  const odd = strongest(moments, (moment) => moment.where);
  const paced = strongest(moments, (moment) => moment.pace);
  const speed = Math.max(0, ...fast.moment.movementCells.map((cell) => cell.speed));
  const normal = context.sketches.speed.quantile(0.99);
  const sentences = [
    speed > normal
      ? `Moves at ${figure(speed)} picture heights a second; 99 of 100 normal movements stay below ${figure(normal)}.`
      : `Its speed, ${figure(speed)} picture heights a second, is within what is normal here.`,
  ];
  if (odd.where > 2) {
    const places = odd.moment.whereCells.reduce((sum, cell) => sum + cell.placeSurprise - cell.directionSurprise, 0);
    const rarity = `${rare(odd.where)} of normal moments`;
    sentences.push(
      places > 0
        ? `Something moves where things hardly ever move (${rarity}).`
        : `Something moves against the usual directions (${rarity}).`,
    );
  }
  if (paced.pace > 2) {
    const usual = figure(context.sketches.pace.quantile(0.99));
    sentences.push(
      `The fastest thing covers ${figure(paced.moment.pace)} of its own lengths a second; normally at most ${usual}.`,
    );
  }
  return {
    modality: 'motion',
    state: 'used',
    pValue: pValueOf(Math.max(fast.speed, odd.where, paced.pace)),
    share,
    summary: sentences.join(' '),
    peakSeconds: (fast.speed >= odd.where ? fast : odd).moment.record.seconds,
    nearestNormal: nearestSpeed(context, speed),
    details: { speedHeightsPerSecond: speed, normalSpeedHeightsPerSecond: normal, placeAndDirectionSurprise: odd.where },
  };
}
