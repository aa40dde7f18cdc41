import { columnExtremes, firstIndexFrom } from './decimation.js';

/**
 * @typedef {{ id: string, name: string, values: Float32Array, most: number }} Lane
 * @typedef {{ left: number, top: number, width: number, height: number }} Area
 * @typedef {{ times: Float64Array, longestStep: number, start: number, end: number, pixelRatio: number }} LaneView
 */

/**
 * Draws one lane as a filled curve: point by point where there is room, else the extremes of every pixel column.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Lane} lane
 * @param {LaneView} view
 * @param {Area} area
 * @param {string} colour
 */
export function drawLane(context, lane, view, area, colour) {
  const from = firstIndexFrom(view.times, view.start);
  const to = firstIndexFrom(view.times, view.end);
  context.fillStyle = colour;
  context.strokeStyle = colour;
  if (to - from > area.width * 1.5) drawColumns(context, lane, view, area);
  else drawPoints(context, lane, view, area, Math.max(0, from - 1), Math.min(view.times.length, to + 1));
}

/**
 * Height of a value in a lane; a lane's top is its largest value and a little air.
 *
 * @param {Lane} lane
 * @param {Area} area
 * @param {number} value
 */
export function laneHeight(lane, area, value) {
  return area.top + area.height * (1 - Math.max(0, value) / lane.most);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Lane} lane
 * @param {LaneView} view
 * @param {Area} area
 */
function drawColumns(context, lane, view, area) {
  const perPixel = view.pixelRatio;
  const columns = Math.max(1, Math.round(area.width * perPixel));
  const { least, most } = columnExtremes(view.times, lane.values, view.start, view.end, columns);
  const base = area.top + area.height;
  const width = 1 / perPixel;
  let before = -1;
  for (let column = 0; column < columns; column += 1) {
    let low = /** @type {number} */ (least[column]);
    let high = /** @type {number} */ (most[column]);
    if (Number.isNaN(low)) continue;
    if (before === column - 1 && before >= 0) {
      low = Math.min(low, /** @type {number} */ (most[before]));
      high = Math.max(high, /** @type {number} */ (least[before]));
    }
    before = column;
    const x = area.left + column * width;
    const top = laneHeight(lane, area, high);
    context.globalAlpha = 0.14;
    context.fillRect(x, top, width, base - top);
    context.globalAlpha = 1;
    context.fillRect(x, top, width, Math.max(1.25, laneHeight(lane, area, low) - top));
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Lane} lane
 * @param {LaneView} view
 * @param {Area} area
 * @param {number} from
 * @param {number} to
 */
function drawPoints(context, lane, view, area, from, to) {
  const pixelsPerSecond = area.width / (view.end - view.start);
  const base = area.top + area.height;
  /** @type {[number, number][]} */
  let run = [];
  const finish = () => {
    if (run.length > 0) drawRun(context, run, base);
    run = [];
  };
  let before = -Infinity;
  for (let index = from; index < to; index += 1) {
    const seconds = /** @type {number} */ (view.times[index]);
    const value = /** @type {number} */ (lane.values[index]);
    if (Number.isNaN(value) || seconds - before > view.longestStep) finish();
    before = seconds;
    if (!Number.isNaN(value)) run.push([area.left + (seconds - view.start) * pixelsPerSecond, laneHeight(lane, area, value)]);
  }
  finish();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {[number, number][]} run
 * @param {number} base
 */
function drawRun(context, run, base) {
  const [firstX, firstY] = /** @type {[number, number]} */ (run[0]);
  const lastX = /** @type {[number, number]} */ (run[run.length - 1])[0];
  context.beginPath();
  context.moveTo(firstX, firstY);
  for (const [x, y] of run) context.lineTo(x, y);
  context.lineWidth = 1.5;
  context.lineJoin = 'round';
  if (run.length === 1) context.fillRect(firstX - 1, firstY - 1, 2, 2);
  else context.stroke();
  context.lineTo(lastX, base);
  context.lineTo(firstX, base);
  context.globalAlpha = 0.14;
  context.fill();
  context.globalAlpha = 1;
}
