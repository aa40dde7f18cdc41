import { drawTimeAxis } from './timeline-axis.js';
import { drawBands } from './timeline-bands.js';
import { drawFaults, drawGaps } from './timeline-hatching.js';
import { drawLane, laneHeight } from './timeline-lane.js';

const numbersTop = 2;
const lanesTop = 24;
const fusedHeight = 132;
const senseHeight = 54;
const laneDistance = 8;
const axisHeight = 24;

/**
 * Sizes a canvas to its place on the page and clears it.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {number} height pixels
 */
export function prepareCanvas(canvas, height) {
  const width = Math.max(1, canvas.clientWidth);
  const pixelRatio = window.devicePixelRatio || 1;
  canvas.style.height = `${height}px`;
  canvas.width = Math.round(width * pixelRatio);
  canvas.height = Math.round(height * pixelRatio);
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.scale(pixelRatio, pixelRatio);
  return { context, width, height, pixelRatio };
}

/**
 * Draws all lanes with their axis, bands and cursors.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {import('./timeline-model.js').TimelineModel} model
 * @param {(token: string) => string} colour
 */
export function drawTimeline(canvas, model, colour) {
  const lanesHeight = fusedHeight + (model.lanes.length - 1) * (senseHeight + laneDistance);
  const bottom = lanesTop + lanesHeight;
  const { context, width, pixelRatio } = prepareCanvas(canvas, bottom + axisHeight);
  const view = {
    times: model.times,
    longestStep: model.longestStep,
    start: model.viewport.start,
    end: model.viewport.end,
    pixelRatio,
  };
  const whole = { width, top: lanesTop, bottom };
  drawGaps(context, model.gaps, view, whole, colour);
  drawTimeAxis(context, view, whole, colour);
  drawFaults(context, model.faults, view, whole, colour);
  drawBands(context, model.incidents, model.selected, view, { ...whole, numbersTop }, colour);
  let top = lanesTop;
  for (const lane of model.lanes) {
    const area = { left: 0, top, width, height: lane.id === 'fused' ? fusedHeight : senseHeight };
    drawLane(context, lane, view, area, colour(`lane-${lane.id}`));
    if (lane.id === 'fused') drawThreshold(context, laneHeight(lane, area, model.threshold), width, model.threshold, colour);
    drawLaneName(context, lane.name, area, colour);
    top += area.height + laneDistance;
  }
  const pixelsPerSecond = width / (view.end - view.start);
  if (model.hoverX !== null) drawCursor(context, model.hoverX, whole, colour('muted'));
  if (model.playheadSeconds !== null)
    drawCursor(context, (model.playheadSeconds - view.start) * pixelsPerSecond, whole, colour('accent'));
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} y
 * @param {number} width
 * @param {number} threshold
 * @param {(token: string) => string} colour
 */
function drawThreshold(context, y, width, threshold, colour) {
  context.strokeStyle = colour('critical');
  context.lineWidth = 1.25;
  context.setLineDash([5, 4]);
  context.beginPath();
  context.moveTo(0, y);
  context.lineTo(width, y);
  context.stroke();
  context.setLineDash([]);
  drawTag(context, threshold.toFixed(2), width - 4, y - 9, 'right', colour('critical'), colour('panel'));
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} name
 * @param {import('./timeline-lane.js').Area} area
 * @param {(token: string) => string} colour
 */
function drawLaneName(context, name, area, colour) {
  context.strokeStyle = colour('line');
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(0, area.top + area.height + 0.5);
  context.lineTo(area.width, area.top + area.height + 0.5);
  context.stroke();
  drawTag(context, name, 4, area.top + 11, 'left', colour('text'), colour('panel'));
}

/**
 * Small text on a veil, readable over any curve.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {'left' | 'right'} align
 * @param {string} colour
 * @param {string} veil
 */
function drawTag(context, text, x, y, align, colour, veil) {
  context.font = '600 11px system-ui, sans-serif';
  context.textAlign = align;
  context.textBaseline = 'middle';
  const width = context.measureText(text).width + 8;
  context.fillStyle = veil;
  context.globalAlpha = 0.82;
  context.fillRect(align === 'left' ? x - 4 : x - width + 4, y - 8, width, 16);
  context.globalAlpha = 1;
  context.fillStyle = colour;
  context.fillText(text, x, y + 0.5);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} x
 * @param {{ top: number, bottom: number }} area
 * @param {string} colour
 */
function drawCursor(context, x, area, colour) {
  context.fillStyle = colour;
  context.fillRect(Math.round(x), area.top, 1, area.bottom - area.top);
}
