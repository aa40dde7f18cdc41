import { drawLane } from './timeline-lane.js';

/**
 * The strip below the lanes: the whole video with the shown stretch marked. Drag the stretch to move it, its edges to
 * change it, press elsewhere to go there.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {import('./timeline.js').TimelineModel} model
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
 * Draws the overview into a context in page pixels.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {import('./timeline.js').TimelineModel} model
 * @param {{ width: number, height: number, pixelRatio: number }} size
 * @param {(token: string) => string} colour
 */
export function drawOverview(context, model, size, colour) {
  const { viewport, times, longestStep } = model;
  const whole = { start: viewport.fullStart, end: viewport.fullEnd, times, longestStep, pixelRatio: size.pixelRatio };
  const position = (/** @type {number} */ seconds) => ((seconds - whole.start) / (whole.end - whole.start)) * size.width;
  context.fillStyle = colour('sunken');
  context.fillRect(0, 0, size.width, size.height);
  const fused = model.lanes[0];
  if (fused !== undefined)
    drawLane(context, fused, whole, { left: 0, top: 4, width: size.width, height: size.height - 4 }, colour('muted'));
  for (const incident of model.incidents) {
    context.fillStyle = colour(incident.severity);
    const left = position(incident.startSeconds);
    context.fillRect(left, 0, Math.max(3, position(incident.endSeconds) - left), 4);
  }
  const left = position(viewport.start);
  const right = position(viewport.end);
  context.fillStyle = colour('sunken');
  context.globalAlpha = 0.72;
  context.fillRect(0, 0, left, size.height);
  context.fillRect(right, 0, size.width - right, size.height);
  context.globalAlpha = 1;
  context.strokeStyle = colour('accent');
  context.lineWidth = 2;
  context.strokeRect(left + 1, 1, Math.max(4, right - left - 2), size.height - 2);
}
