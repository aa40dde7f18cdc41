import type { Evidence } from '@vigil/contracts';
import type { CalibratedMoment } from '../../scoring/calibrated-moment.ts';
import { figure } from '../figures.ts';
import { type IncidentContext, pValueOf } from '../incident-context.ts';
import { strongest } from '../strongest.ts';

/** What the things that are followed say: how many, what, how large. */
export function objectsEvidence(context: IncidentContext, moments: readonly CalibratedMoment[], share: number): Evidence {
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
