import { footageGaps } from './footage-gaps.js';
import { Viewport } from './viewport.js';

/**
 * @typedef {{ startSeconds: number, endSeconds: number, usualSeconds: number, longestStepSeconds: number, seconds: number[], lanes: { id: string, name: string, values: (number | null)[] }[], faults: { startSeconds: number, endSeconds: number }[], thresholdSurprise: number, incidents: import('./timeline-bands.js').IncidentBand[] }} TimelineData
 * @typedef {{ times: Float64Array, longestStep: number, lanes: import('./timeline-lane.js').Lane[], gaps: { startSeconds: number, endSeconds: number }[], faults: { startSeconds: number, endSeconds: number }[], incidents: import('./timeline-bands.js').IncidentBand[], threshold: number, viewport: Viewport, selected: number | null, hoverX: number | null, playheadSeconds: number | null }} TimelineModel
 */

/**
 * The timeline's data as drawing wants it.
 *
 * @param {TimelineData} data
 * @returns {TimelineModel}
 */
export function timelineModel(data) {
  const times = Float64Array.from(data.seconds);
  const end = data.endSeconds > data.startSeconds ? data.endSeconds : data.startSeconds + 1;
  const lanes = data.lanes.map((lane) => ({ ...lane, values: Float32Array.from(lane.values, (value) => value ?? NaN), most: 1 }));
  // The senses share one scale, so that their heights compare; the fused lane has its own and always shows the threshold.
  const sensesMost = Math.max(1, ...lanes.filter(({ id }) => id !== 'fused').map(({ values }) => largest(values)));
  for (const lane of lanes) {
    lane.most = 1.12 * (lane.id === 'fused' ? Math.max(1, data.thresholdSurprise * 1.2, largest(lane.values)) : sensesMost);
  }
  return {
    times,
    longestStep: data.longestStepSeconds,
    lanes,
    gaps: footageGaps(times, { startSeconds: data.startSeconds, endSeconds: end }, data.longestStepSeconds),
    faults: data.faults,
    incidents: data.incidents,
    threshold: data.thresholdSurprise,
    viewport: new Viewport(data.startSeconds, end, Math.max(1, 8 * data.usualSeconds)),
    selected: null,
    hoverX: null,
    playheadSeconds: null,
  };
}

/**
 * Largest value, 0 where there is none.
 *
 * @param {Float32Array} values
 */
function largest(values) {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  return most;
}
