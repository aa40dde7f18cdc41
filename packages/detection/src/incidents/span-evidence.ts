import type { Evidence } from '@vigil/contracts';
import type { CalibratedMoment } from '../scoring/calibrated-moment.ts';
import { type IncidentContext, pValueOf } from './incident-context.ts';
import { nearestAppearance, nearestSpeed } from './nearest-normal.ts';
import { contributionsOf } from './span-kinds.ts';

/** What each modality says about the moments of an incident. */
export function spanEvidence(context: IncidentContext, moments: readonly CalibratedMoment[]): Evidence[] {
  const peak = strongest(moments, (moment) => moment.fused);
  const parts = contributionsOf(peak);
  const sums = {
    motion: parts.speed + parts.place + parts.direction + parts.pace,
    appearance: parts.appearance,
    objects: parts.label + parts.crowd + parts.size,
  };
  const total = sums.motion + sums.appearance + sums.objects;
  const share = (value: number): number => (total > 0 ? Math.min(1, Math.max(0, value / total)) : 0);
  return [
    motionEvidence(context, moments, share(sums.motion)),
    appearanceEvidence(context, moments, share(sums.appearance)),
    objectsEvidence(context, moments, share(sums.objects)),
  ];
}

/** The moment with the largest value; the first of equals. */
export function strongest(moments: readonly CalibratedMoment[], value: (moment: CalibratedMoment) => number): CalibratedMoment {
  return moments.reduce((best, moment) => (value(moment) > value(best) ? moment : best));
}

function motionEvidence(context: IncidentContext, moments: readonly CalibratedMoment[], share: number): Evidence {
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
      `The fastest thing covers ${figure(paced.moment.pace)} of its own heights a second; normally at most ${usual}.`,
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

function appearanceEvidence(context: IncidentContext, moments: readonly CalibratedMoment[], share: number): Evidence {
  const { state, reason } = context.appearance;
  if (state !== 'used') {
    const summary = reason ?? 'Appearance was not looked at.';
    return { modality: 'appearance', state, pValue: null, share: 0, summary, peakSeconds: null, nearestNormal: [], details: {} };
  }
  const strange = strongest(moments, (moment) => moment.appearance);
  const distance = Math.max(0, ...strange.moment.movementCells.map((cell) => cell.distance));
  const normal = context.sketches.distance.quantile(0.99);
  const summary =
    distance > normal
      ? `Looks unlike what normally moves here: ${figure(distance)} away from the nearest normal look, 99 of 100 are nearer than ${figure(normal)}.`
      : `Looks like what normally moves here (${figure(distance)} away from the nearest normal look).`;
  return {
    modality: 'appearance',
    state,
    pValue: pValueOf(strange.appearance),
    share,
    summary,
    peakSeconds: strange.moment.record.seconds,
    nearestNormal: nearestAppearance(context, moments),
    details: { distance, normalDistance: normal },
  };
}

function objectsEvidence(context: IncidentContext, moments: readonly CalibratedMoment[], share: number): Evidence {
  const crowded = strongest(moments, (moment) => moment.moment.crowd);
  const rareOne = strongest(moments, (moment) => moment.label);
  const label = rareOne.moment.rareLabel;
  const { tracks, labels } = context.profile;
  const usual = context.sketches.crowd.quantile(0.99);
  const sentences = [`${crowded.moment.crowd} things are followed at once; normally at most ${Math.round(usual)}.`];
  if (label !== null && rareOne.label > 2) {
    sentences.push(`One of them looks like a ${label.toLowerCase()}, as ${labels[label] ?? 0} of ${tracks} normal ones do.`);
  }
  const large = strongest(moments, (moment) => moment.size);
  if (large.size > 2) {
    const largest = figure(100 * context.sketches.size.quantile(0.99) ** 2);
    sentences.push(
      `The largest one covers ${figure(100 * large.moment.size ** 2)} % of the picture; normally at most ${largest} %.`,
    );
  }
  const surprise = Math.max(crowded.crowd, rareOne.label, large.size);
  return {
    modality: 'objects',
    state: 'used',
    pValue: pValueOf(surprise),
    share,
    summary: sentences.join(' '),
    peakSeconds: strongest(moments, ({ crowd, label: rarity, size }) => Math.max(crowd, rarity, size)).moment.record.seconds,
    nearestNormal: [],
    details: { things: crowded.moment.crowd, normalThings: usual, ...(label === null ? {} : { rarestLabel: label }) },
  };
}

/** Two significant digits. */
export function figure(value: number): string {
  return String(Number(value.toPrecision(2)));
}

function rare(surprise: number): string {
  return surprise > 4 ? 'fewer than 1 in 10,000' : `about 1 in ${Number((10 ** surprise).toPrecision(1))}`;
}
