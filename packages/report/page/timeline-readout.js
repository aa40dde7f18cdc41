import { firstIndexFrom } from './decimation.js';
import { mediaTime } from './media-time.js';
import { bandAt } from './timeline-bands.js';

/**
 * Index of the frame nearest to a moment; null where the nearest lies in a stretch without footage.
 *
 * @param {Float64Array} times
 * @param {number} seconds
 * @param {number} longestStep seconds
 */
export function nearestFrame(times, seconds, longestStep) {
  const after = firstIndexFrom(times, seconds);
  const candidates = [after - 1, after].filter((index) => index >= 0 && index < times.length);
  candidates.sort(
    (a, b) => Math.abs(/** @type {number} */ (times[a]) - seconds) - Math.abs(/** @type {number} */ (times[b]) - seconds),
  );
  const best = candidates[0];
  return best === undefined || Math.abs(/** @type {number} */ (times[best]) - seconds) > longestStep ? null : best;
}

/**
 * A p-value from its surprise, two significant digits.
 *
 * @param {number} surprise −log10 p
 */
export function pValueText(surprise) {
  const pValue = 10 ** -surprise;
  if (pValue >= 0.001) return `p ${Number(pValue.toPrecision(2))}`;
  const exponent = Math.ceil(surprise);
  const digits = [...String(exponent)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
  return `p ${(10 ** (exponent - surprise)).toFixed(1)} × 10⁻${digits}`;
}

/**
 * Shows the time, every lane's p-value and the incident under the pointer, beside the pointer.
 *
 * @param {HTMLElement} box
 * @param {import('./timeline-model.js').TimelineModel} model
 * @param {number | null} x pixels from the left edge of the lanes; null hides it
 * @param {number} width of the lanes, pixels
 */
export function showReadout(box, model, x, width) {
  box.hidden = x === null;
  if (x === null) return;
  const { viewport } = model;
  const seconds = viewport.start + (x / width) * (viewport.end - viewport.start);
  const frame = nearestFrame(model.times, seconds, model.longestStep);
  const incident = bandAt(model.incidents, viewport, width, x);
  const rows = [row('readout-time', mediaTime(seconds, true), stateOfFootage(model, frame, seconds))];
  if (frame !== null) {
    for (const lane of model.lanes) {
      const value = /** @type {number} */ (lane.values[frame]);
      rows.push(row(`readout-lane lane-${lane.id}`, lane.name, Number.isNaN(value) ? 'nothing to say' : pValueText(value)));
    }
  }
  if (incident !== null)
    rows.push(row(`readout-incident severity-${incident.severity}`, `${incident.number} · ${incident.title}`, ''));
  box.replaceChildren(...rows);
  const left = x + 16 + box.offsetWidth > width ? x - 16 - box.offsetWidth : x + 16;
  box.style.transform = `translateX(${Math.max(0, Math.min(width - box.offsetWidth, left))}px)`;
}

/**
 * @param {import('./timeline-model.js').TimelineModel} model
 * @param {number | null} frame
 * @param {number} seconds
 */
function stateOfFootage({ faults }, frame, seconds) {
  if (frame === null) return 'no footage';
  return faults.some(({ startSeconds, endSeconds }) => seconds >= startSeconds && seconds <= endSeconds) ? 'camera at fault' : '';
}

/**
 * @param {string} className
 * @param {string} name
 * @param {string} value
 */
function row(className, name, value) {
  const line = document.createElement('div');
  line.className = className;
  const label = document.createElement('span');
  label.textContent = name;
  const text = document.createElement('b');
  text.textContent = value;
  line.append(label, text);
  return line;
}
