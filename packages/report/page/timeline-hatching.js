/**
 * @typedef {{ startSeconds: number, endSeconds: number }} Span
 * @typedef {{ start: number, end: number }} View
 * @typedef {{ width: number, top: number, bottom: number }} Area
 */

/**
 * Hatches the stretches without footage, rising to the right.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Span[]} gaps
 * @param {View} view
 * @param {Area} area
 * @param {(token: string) => string} colour
 */
export function drawGaps(context, gaps, view, area, colour) {
  for (const gap of gaps) {
    hatch(context, gap, view, area, () => {
      context.fillStyle = colour('sunken');
      context.fill();
      return { stroke: colour('line'), falling: false };
    });
  }
}

/**
 * Hatches the stretches in which the camera was at fault, falling to the right, so that they are told from missing footage
 * without their colour.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Span[]} faults
 * @param {View} view
 * @param {Area} area
 * @param {(token: string) => string} colour
 */
export function drawFaults(context, faults, view, area, colour) {
  for (const fault of faults) {
    hatch(context, fault, view, area, () => {
      context.globalAlpha = 0.36;
      return { stroke: colour('lane-camera'), falling: true };
    });
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Span} span
 * @param {View} view
 * @param {Area} area
 * @param {() => { stroke: string, falling: boolean }} prepare called with the stretch as the clip path
 */
function hatch(context, span, view, area, prepare) {
  const pixelsPerSecond = area.width / (view.end - view.start);
  const left = Math.max(0, (span.startSeconds - view.start) * pixelsPerSecond);
  const right = Math.min(area.width, (span.endSeconds - view.start) * pixelsPerSecond);
  if (right <= left) return;
  context.save();
  context.beginPath();
  context.rect(left, area.top, right - left, area.bottom - area.top);
  context.clip();
  const { stroke, falling } = prepare();
  const height = area.bottom - area.top;
  const [from, to] = falling ? [area.top, area.bottom] : [area.bottom, area.top];
  context.strokeStyle = stroke;
  context.lineWidth = 1.5;
  context.beginPath();
  for (let x = Math.floor((left - height) / 8) * 8; x < right; x += 8) {
    context.moveTo(x, from);
    context.lineTo(x + height, to);
  }
  context.stroke();
  context.restore();
}
