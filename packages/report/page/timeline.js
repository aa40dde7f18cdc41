import { footageGaps, usualDistance } from './footage-gaps.js';
import { isTyping } from './help.js';
import { mediaTime } from './media-time.js';
import { themeChanged } from './theme.js';
import { drawGaps, drawTimeAxis } from './timeline-axis.js';
import { bandAt, drawBands } from './timeline-bands.js';
import { readColours } from './timeline-colours.js';
import { moveByKey, startGestures } from './timeline-gestures.js';
import { drawLane, laneHeight } from './timeline-lane.js';
import { overviewDrawing, startOverview } from './timeline-overview.js';
import { showReadout } from './timeline-readout.js';
import { Viewport } from './viewport.js';

/**
 * @typedef {{ startSeconds: number, endSeconds: number, seconds: number[], lanes: { id: string, name: string, values: (number | null)[] }[], thresholdSurprise: number, incidents: import('./timeline-bands.js').IncidentBand[] }} TimelineData
 * @typedef {{ times: Float64Array, longestStep: number, lanes: import('./timeline-lane.js').Lane[], gaps: { startSeconds: number, endSeconds: number }[], incidents: import('./timeline-bands.js').IncidentBand[], threshold: number, viewport: Viewport, selected: number | null, hoverX: number | null, playheadSeconds: number | null }} TimelineModel
 */

const numbersTop = 2;
const lanesTop = 24;
const fusedHeight = 132;
const senseHeight = 54;
const laneDistance = 8;
const axisHeight = 24;

/**
 * The timeline's data as drawing wants it.
 *
 * @param {TimelineData} data
 * @returns {TimelineModel}
 */
function timelineModel(data) {
  const times = Float64Array.from(data.seconds);
  const distance = usualDistance(times);
  const end = data.endSeconds > data.startSeconds ? data.endSeconds : data.startSeconds + 1;
  const lanes = data.lanes.map((lane) => ({ ...lane, values: Float32Array.from(lane.values, (value) => value ?? NaN), most: 1 }));
  // The senses share one scale, so that their heights compare; the fused lane has its own and always shows the threshold.
  const sensesMost = Math.max(1, ...lanes.filter(({ id }) => id !== 'fused').map(({ values }) => largest(values)));
  for (const lane of lanes) {
    lane.most = 1.12 * (lane.id === 'fused' ? Math.max(1, data.thresholdSurprise * 1.2, largest(lane.values)) : sensesMost);
  }
  return {
    times,
    longestStep: Math.max(1, 5 * distance),
    lanes,
    gaps: footageGaps(times, data.startSeconds, end),
    incidents: data.incidents,
    threshold: data.thresholdSurprise,
    viewport: new Viewport(data.startSeconds, end, Math.max(1, 8 * distance)),
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

/**
 * Starts the timeline.
 *
 * @param {(incidentNumber: number) => void} openIncident called when a band is pressed
 * @returns {{ select: (incidentNumber: number) => void, reveal: (startSeconds: number, endSeconds: number) => void, showPlayhead: (seconds: number | null) => void } | null} null on a page without a timeline
 */
export function startTimeline(openIncident) {
  const lanesCanvas = /** @type {HTMLCanvasElement | null} */ (document.getElementById('timeline-lanes'));
  const overviewCanvas = /** @type {HTMLCanvasElement | null} */ (document.getElementById('timeline-overview'));
  const readout = document.getElementById('timeline-readout');
  const range = document.getElementById('timeline-range');
  const source = document.getElementById('timeline-data')?.textContent;
  if (lanesCanvas === null || overviewCanvas === null || readout === null || range === null || !source) return null;
  const model = timelineModel(JSON.parse(source));
  const { viewport } = model;
  let colour = readColours();
  const drawOverview = overviewDrawing(model);
  let pending = false;

  const draw = () => {
    pending = false;
    drawTimeline(lanesCanvas, model, colour);
    const { context, ...size } = prepare(overviewCanvas, 40);
    drawOverview(context, size, colour);
    showReadout(readout, model, model.hoverX, lanesCanvas.clientWidth);
    range.textContent = `${mediaTime(viewport.start, true)} – ${mediaTime(viewport.end, true)}`;
  };
  const changed = () => {
    if (pending) return;
    pending = true;
    requestAnimationFrame(draw);
  };

  startGestures(lanesCanvas, viewport, {
    changed,
    hover: (x) => {
      model.hoverX = x;
      changed();
    },
    press: (x) => {
      const band = bandAt(model.incidents, viewport, lanesCanvas.clientWidth, x);
      if (band !== null) openIncident(band.number);
    },
  });
  startOverview(overviewCanvas, model, changed);
  document.addEventListener('keydown', (event) => {
    if (isTyping(event) || !moveByKey(event, viewport)) return;
    event.preventDefault();
    changed();
  });
  for (const button of document.querySelectorAll('[data-timeline]')) {
    button.addEventListener('click', () => {
      const action = button.getAttribute('data-timeline');
      if (action === 'fit') viewport.fit();
      else viewport.zoom(action === 'zoom-in' ? 2 : 0.5, (viewport.start + viewport.end) / 2);
      changed();
    });
  }
  window.addEventListener(themeChanged, () => {
    colour = readColours();
    // Printing takes the picture at once, a later frame would come too late.
    draw();
  });
  new ResizeObserver(changed).observe(lanesCanvas);
  draw();

  return {
    select: (incidentNumber) => {
      model.selected = incidentNumber;
      changed();
    },
    reveal: (startSeconds, endSeconds) => {
      const span = Math.max(viewport.shortest, (endSeconds - startSeconds) * 3);
      viewport.show((startSeconds + endSeconds - span) / 2, span);
      changed();
    },
    showPlayhead: (seconds) => {
      model.playheadSeconds = seconds;
      changed();
    },
  };
}

/**
 * Sizes a canvas to its place on the page and clears it.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {number} height pixels
 */
function prepare(canvas, height) {
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
 * @param {HTMLCanvasElement} canvas
 * @param {TimelineModel} model
 * @param {(token: string) => string} colour
 */
function drawTimeline(canvas, model, colour) {
  const lanesHeight = fusedHeight + (model.lanes.length - 1) * (senseHeight + laneDistance);
  const bottom = lanesTop + lanesHeight;
  const { context, width, pixelRatio } = prepare(canvas, bottom + axisHeight);
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
