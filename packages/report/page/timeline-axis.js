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
