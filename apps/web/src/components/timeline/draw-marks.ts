import type { Incident } from '@vigil/contracts';
import type uPlot from 'uplot';
import type { ViewSpan } from './view-span.ts';

/** An incident on a timeline. */
export interface ChartBand extends ViewSpan {
  readonly id: string;
  readonly severity: Incident['severity'];
}

/** The incidents in the order in which they are laid over each other: short ones over the long ones that they fall into. */
export function shownLast<Band extends ChartBand>(bands: readonly Band[]): Band[] {
  const lengthOf = ({ startSeconds, endSeconds }: Band): number => endSeconds - startSeconds;
  return bands.toSorted((a, b) => lengthOf(b) - lengthOf(a));
}

type ColourOf = (name: string) => string;

/** Draws the incidents through all lanes in the colour of their severity. */
export function drawBands(plot: uPlot, bands: readonly ChartBand[], selectedId: string | null, colourOf: ColourOf): void {
  const { ctx: context } = plot;
  const { left, width } = plot.bbox;
  context.save();
  for (const { id, severity, ...span } of shownLast(bands)) {
    const edges = edgesOf(plot, span);
    if (edges === null) continue;
    context.fillStyle = colourOf(`--vigil-${severity}`);
    context.globalAlpha = id === selectedId ? 0.17 : 0.09;
    context.fillRect(left, edges.top, width, edges.height);
    context.globalAlpha = 1;
    context.fillRect(left - 3 * devicePixelRatio, edges.top, 3 * devicePixelRatio, edges.height);
  }
  context.restore();
}

/** Hatches the stretches without footage. */
export function drawGaps(plot: uPlot, gaps: readonly ViewSpan[], colourOf: ColourOf): void {
  const { ctx: context } = plot;
  const { left, width } = plot.bbox;
  for (const gap of gaps) {
    const edges = edgesOf(plot, gap);
    if (edges === null) continue;
    const { top, height } = edges;
    context.save();
    context.beginPath();
    context.rect(left, top, width, height);
    context.clip();
    context.fillStyle = colourOf('--vigil-page');
    context.fill();
    context.strokeStyle = colourOf('--vigil-line');
    context.lineWidth = 1.5 * devicePixelRatio;
    context.beginPath();
    const step = 8 * devicePixelRatio;
    for (let x = left - height; x < left + width; x += step) {
      context.moveTo(x, top + height);
      context.lineTo(x + height, top);
    }
    context.stroke();
    context.restore();
  }
}

/** Draws the threshold through the lane of all senses together. */
export function drawThreshold(plot: uPlot, thresholdSurprise: number, colour: string): void {
  const { ctx: context } = plot;
  const { top, height } = plot.bbox;
  const x = Math.round(plot.valToPos(thresholdSurprise, 'fused', true)) + 0.5;
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = 1.25 * devicePixelRatio;
  context.setLineDash([5 * devicePixelRatio, 4 * devicePixelRatio]);
  context.beginPath();
  context.moveTo(x, top);
  context.lineTo(x, top + height);
  context.stroke();
  context.restore();
}

/** Where a stretch lies, canvas pixels, at least two high; null where it is out of view. */
function edgesOf(plot: uPlot, { startSeconds, endSeconds }: ViewSpan): { readonly top: number; readonly height: number } | null {
  const { top, height } = plot.bbox;
  const from = Math.max(top, plot.valToPos(startSeconds, 'x', true));
  const to = Math.min(top + height, plot.valToPos(endSeconds, 'x', true));
  if (to < top || from > top + height) return null;
  return { top: from, height: Math.max(2 * devicePixelRatio, to - from) };
}
