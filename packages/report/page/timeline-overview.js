import { drawLane } from './timeline-lane.js';

/**
 * The strip below the lanes: the whole video with the shown stretch marked. Drag the stretch to move it, its edges to
 * change it, press elsewhere to go there.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {import('./timeline-model.js').TimelineModel} model
 * @param {() => void} changed
 */
export function startOverview(canvas, model, changed) {
  const { viewport } = model;
  const secondsAt = (/** @type {PointerEvent} */ event) => {
    const bounds = canvas.getBoundingClientRect();
    return viewport.fullStart + ((event.clientX - bounds.left) / bounds.width) * (viewport.fullEnd - viewport.fullStart);
  };
  /** @type {{ part: 'start' | 'end' | 'whole', offset: number } | null} */
  let held = null;

  canvas.addEventListener('pointerdown', (event) => {
    const seconds = secondsAt(event);
    const grip = (10 / canvas.clientWidth) * (viewport.fullEnd - viewport.fullStart);
    const span = viewport.end - viewport.start;
    canvas.setPointerCapture(event.pointerId);
    if (!viewport.isWhole && Math.abs(seconds - viewport.start) < grip) held = { part: 'start', offset: 0 };
    else if (!viewport.isWhole && Math.abs(seconds - viewport.end) < grip) held = { part: 'end', offset: 0 };
    else {
      if (seconds < viewport.start || seconds > viewport.end) viewport.show(seconds - span / 2, span);
      held = { part: 'whole', offset: seconds - viewport.start };
      changed();
    }
  });
  canvas.addEventListener('pointermove', (event) => {
    if (held === null) return;
    const seconds = secondsAt(event);
    const { start, end } = viewport;
    if (held.part === 'whole') viewport.show(seconds - held.offset, end - start);
    else if (held.part === 'end') viewport.show(start, seconds - start);
    else viewport.show(Math.min(seconds, end - viewport.shortest), end - Math.min(seconds, end - viewport.shortest));
    changed();
  });
  const release = () => {
    held = null;
  };
  canvas.addEventListener('pointerup', release);
  canvas.addEventListener('pointercancel', release);
}

/**
 * Makes the drawing of the overview. The curve of the whole video is drawn once a size and colour, not again with every
 * move of the marked stretch.
 *
 * @param {import('./timeline-model.js').TimelineModel} model
 * @returns {(context: CanvasRenderingContext2D, size: { width: number, height: number, pixelRatio: number }, colour: (token: string) => string) => void}
 */
export function overviewDrawing(model) {
  const backdrop = document.createElement('canvas');
  let drawnFor = '';
  return (context, size, colour) => {
    const key = [size.width, size.height, size.pixelRatio, colour('muted'), colour('sunken')].join(' ');
    if (key !== drawnFor) drawBackdrop(backdrop, model, size, colour);
    drawnFor = key;
    context.drawImage(backdrop, 0, 0, size.width, size.height);
    markShown(context, model.viewport, size, colour);
  };
}

/**
 * @param {HTMLCanvasElement} backdrop
 * @param {import('./timeline-model.js').TimelineModel} model
 * @param {{ width: number, height: number, pixelRatio: number }} size
 * @param {(token: string) => string} colour
 */
function drawBackdrop(backdrop, model, size, colour) {
  const { viewport, times, longestStep } = model;
  backdrop.width = Math.round(size.width * size.pixelRatio);
  backdrop.height = Math.round(size.height * size.pixelRatio);
  const context = /** @type {CanvasRenderingContext2D} */ (backdrop.getContext('2d'));
  context.scale(size.pixelRatio, size.pixelRatio);
  context.fillStyle = colour('sunken');
  context.fillRect(0, 0, size.width, size.height);
  const whole = { start: viewport.fullStart, end: viewport.fullEnd, times, longestStep, pixelRatio: size.pixelRatio };
  const area = { left: 0, top: 5, width: size.width, height: size.height - 5 };
  const fused = model.lanes[0];
  if (fused !== undefined) drawLane(context, fused, whole, area, colour('muted'));
  for (const incident of model.incidents) {
    context.fillStyle = colour(incident.severity);
    const left = positionOf(incident.startSeconds, viewport, size.width);
    context.fillRect(left, 0, Math.max(3, positionOf(incident.endSeconds, viewport, size.width) - left), 4);
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import('./viewport.js').Viewport} viewport
 * @param {{ width: number, height: number }} size
 * @param {(token: string) => string} colour
 */
function markShown(context, viewport, size, colour) {
  const left = positionOf(viewport.start, viewport, size.width);
  const right = positionOf(viewport.end, viewport, size.width);
  context.fillStyle = colour('sunken');
  context.globalAlpha = 0.62;
  context.fillRect(0, 0, left, size.height);
  context.fillRect(right, 0, size.width - right, size.height);
  context.globalAlpha = 1;
  context.strokeStyle = colour('accent');
  context.lineWidth = 2;
  context.strokeRect(left + 1, 1, Math.max(4, right - left - 2), size.height - 2);
}

/**
 * @param {number} seconds
 * @param {import('./viewport.js').Viewport} viewport
 * @param {number} width
 */
function positionOf(seconds, viewport, width) {
  return ((seconds - viewport.fullStart) / (viewport.fullEnd - viewport.fullStart)) * width;
}
