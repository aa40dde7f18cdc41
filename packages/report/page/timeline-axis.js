import { timeTicks } from './media-time.js';

/**
 * Draws the time axis with fine lines through all lanes.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {{ start: number, end: number }} view
 * @param {{ width: number, top: number, bottom: number }} area
 * @param {(token: string) => string} colour
 */
export function drawTimeAxis(context, view, area, colour) {
  const pixelsPerSecond = area.width / (view.end - view.start);
  context.font = '11px system-ui, sans-serif';
  context.textBaseline = 'alphabetic';
  for (const { seconds, label } of timeTicks(view.start, view.end, area.width, 84)) {
    const x = Math.round((seconds - view.start) * pixelsPerSecond) + 0.5;
    context.strokeStyle = colour('line');
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(x, area.top);
    context.lineTo(x, area.bottom + 4);
    context.stroke();
    const half = context.measureText(label).width / 2;
    context.textAlign = x < half + 2 ? 'left' : x > area.width - half - 2 ? 'right' : 'center';
    context.fillStyle = colour('muted');
    context.fillText(
      label,
      context.textAlign === 'left' ? Math.max(2, x - half) : context.textAlign === 'right' ? area.width - 2 : x,
      area.bottom + 17,
    );
  }
}

/**
 * Hatches the stretches without footage.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {{ startSeconds: number, endSeconds: number }[]} gaps
 * @param {{ start: number, end: number }} view
 * @param {{ width: number, top: number, bottom: number }} area
 * @param {(token: string) => string} colour
 */
export function drawGaps(context, gaps, view, area, colour) {
  const pixelsPerSecond = area.width / (view.end - view.start);
  for (const gap of gaps) {
    const left = Math.max(0, (gap.startSeconds - view.start) * pixelsPerSecond);
    const right = Math.min(area.width, (gap.endSeconds - view.start) * pixelsPerSecond);
    if (right <= left) continue;
    context.save();
    context.beginPath();
    context.rect(left, area.top, right - left, area.bottom - area.top);
    context.clip();
    context.fillStyle = colour('sunken');
    context.fill();
    context.strokeStyle = colour('line');
    context.lineWidth = 1.5;
    context.beginPath();
    const height = area.bottom - area.top;
    for (let x = Math.floor((left - height) / 8) * 8; x < right; x += 8) {
      context.moveTo(x, area.bottom);
      context.lineTo(x + height, area.top);
    }
    context.stroke();
    context.restore();
  }
}
