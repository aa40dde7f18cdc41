/**
 * @typedef {{ number: number, startSeconds: number, endSeconds: number, peakSeconds: number, severity: 'critical' | 'warning' | 'info', severityName: string, title: string }} IncidentBand
 */

/**
 * Draws incidents as bands through all lanes, each with its number in the row above them. Numbers that would overlap are
 * left out; zooming in brings them back.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {IncidentBand[]} incidents
 * @param {number | null} selected number of the incident that is selected
 * @param {{ start: number, end: number }} view
 * @param {{ width: number, top: number, bottom: number, numbersTop: number }} area
 * @param {(token: string) => string} colour
 */
export function drawBands(context, incidents, selected, view, area, colour) {
  let free = -Infinity;
  for (const incident of incidents) {
    const [left, right] = bandEdges(incident, view, area.width);
    if (right < 0 || left > area.width) continue;
    context.fillStyle = colour(incident.severity);
    context.globalAlpha = incident.number === selected ? 0.26 : 0.13;
    context.fillRect(left, area.top, right - left, area.bottom - area.top);
    context.globalAlpha = 1;
    context.fillRect(left, area.top - 3, right - left, 3);
    const centre = Math.min(area.width - 10, Math.max(10, (Math.max(0, left) + Math.min(area.width, right)) / 2));
    if (centre - 9 < free && incident.number !== selected) continue;
    free = centre + 11;
    drawNumber(context, incident, centre, area.numbersTop, colour);
  }
}

/**
 * The incident at a position, the shortest where several lie over each other; null where there is none.
 *
 * @param {IncidentBand[]} incidents
 * @param {{ start: number, end: number }} view
 * @param {number} width
 * @param {number} x
 */
export function bandAt(incidents, view, width, x) {
  const hit = incidents.filter((incident) => {
    const [left, right] = bandEdges(incident, view, width);
    return x >= left - 4 && x <= right + 4;
  });
  hit.sort((a, b) => a.endSeconds - a.startSeconds - (b.endSeconds - b.startSeconds));
  return hit[0] ?? null;
}

/**
 * @param {IncidentBand} incident
 * @param {{ start: number, end: number }} view
 * @param {number} width
 * @returns {[number, number]}
 */
function bandEdges(incident, view, width) {
  const pixelsPerSecond = width / (view.end - view.start);
  const left = (incident.startSeconds - view.start) * pixelsPerSecond;
  return [left, Math.max(left + 2, (incident.endSeconds - view.start) * pixelsPerSecond)];
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {IncidentBand} incident
 * @param {number} centre
 * @param {number} top
 * @param {(token: string) => string} colour
 */
function drawNumber(context, incident, centre, top, colour) {
  const text = String(incident.number);
  context.font = '600 11px system-ui, sans-serif';
  const width = Math.max(18, context.measureText(text).width + 10);
  context.fillStyle = colour(incident.severity);
  context.beginPath();
  context.roundRect(centre - width / 2, top, width, 16, 4);
  context.fill();
  context.fillStyle = colour('panel');
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, centre, top + 8.5);
}
