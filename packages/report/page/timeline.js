import { isTyping } from './help.js';
import { mediaTime } from './media-time.js';
import { themeChanged } from './theme.js';
import { bandAt } from './timeline-bands.js';
import { readColours } from './timeline-colours.js';
import { drawTimeline, prepareCanvas } from './timeline-drawing.js';
import { moveByKey, startGestures } from './timeline-gestures.js';
import { timelineModel } from './timeline-model.js';
import { overviewDrawing, startOverview } from './timeline-overview.js';
import { showReadout } from './timeline-readout.js';

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
    const { context, ...size } = prepareCanvas(overviewCanvas, 40);
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
