import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { mediaTime } from '../../lib/format/media-time.ts';
import { type ChartBand, drawBands, drawGaps, drawThreshold } from './draw-marks.ts';
import { axisPixels, drawnValues, type Lane, type TimelineData, type TimelineLayout } from './timeline-data.ts';
import type { ViewSpan } from './view-span.ts';

/** What a chart draws, and may draw differently later. */
export interface ChartContent {
  readonly data: TimelineData;
  readonly bands: readonly ChartBand[];
  readonly selectedId: string | null;
}

/** What a chart is made of, and whom it tells of the pointer. */
export interface ChartOptions {
  readonly layout: TimelineLayout;
  readonly content: ChartContent;
  readonly view: ViewSpan;
  /** Media time under the pointer; null where it left. */
  readonly onHover: (seconds: number | null) => void;
}

/** A chart whose time runs downwards, one lane a sense side by side; uPlot with its axes turned. It draws extremes of every pixel row, so that no peak is lost. */
export class TimelineChart implements Disposable {
  readonly #plot: uPlot;
  readonly #layout: TimelineLayout;
  #view: ViewSpan;
  #content: ChartContent;

  constructor(place: HTMLElement, { layout, content, view, onHover }: ChartOptions) {
    this.#layout = layout;
    this.#view = view;
    this.#content = content;
    const colourOf = colours(place);
    const { lanes, thresholdSurprise } = layout;
    const options: uPlot.Options = {
      width: Math.max(1, place.clientWidth),
      height: Math.max(1, place.clientHeight),
      padding: [6, 2, 6, 0],
      legend: { show: false },
      // the time axis goes down, values to the right
      scales: {
        x: { time: false, ori: 1, dir: -1, range: () => [this.#view.startSeconds, this.#view.endSeconds] },
        ...Object.fromEntries(lanes.map((lane) => [lane.id, { ori: 0, dir: 1, range: laneRange(lane) } satisfies uPlot.Scale])),
      },
      axes: [
        {
          scale: 'x',
          side: 3,
          size: axisPixels(layout),
          space: 44,
          gap: 4,
          font: '11px system-ui, sans-serif',
          stroke: colourOf('--mantine-color-dimmed'),
          incrs: [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400],
          values: (_, splits) =>
            splits.map((seconds, at) => mediaTime(seconds, (splits[at + 1] ?? seconds + 1) - seconds < 1 ? 1 : 0)),
          grid: { stroke: colourOf('--vigil-line'), width: 1 },
          ticks: { show: false },
        },
      ],
      series: [{}, ...lanes.map((lane) => laneSeries(lane, colourOf(`--vigil-lane-${lane.id}`)))],
      cursor: { x: true, y: false, points: { show: false }, drag: { x: false, y: false, setScale: false } },
      hooks: {
        drawClear: [
          (plot) => {
            const { data, bands, selectedId } = this.#content;
            drawGaps(plot, data.gaps, colourOf);
            drawBands(plot, bands, selectedId, colourOf);
          },
        ],
        draw: [(plot) => drawThreshold(plot, thresholdSurprise, colourOf('--vigil-critical'))],
        setCursor: [
          (plot) => {
            const { top } = plot.cursor;
            onHover(top === undefined || top < 0 ? null : plot.posToVal(top, 'x'));
          },
        ],
      },
    };
    this.#plot = new uPlot(options, aligned(layout, content.data), place);
  }

  /** The element that lies exactly over the lanes. */
  get over(): HTMLElement {
    return this.#plot.over;
  }

  /** Draws something else in the same lanes. */
  update(content: ChartContent): void {
    const { data } = this.#content;
    if (content === this.#content) return;
    this.#content = content;
    if (content.data === data) this.#plot.redraw(false);
    else {
      this.#plot.setData(aligned(this.#layout, content.data), false);
      this.show(this.#view);
    }
  }

  show(view: ViewSpan): void {
    this.#view = view;
    this.#plot.setScale('x', { min: view.startSeconds, max: view.endSeconds });
  }

  resize(width: number, height: number): void {
    if (width > 0 && height > 0) this.#plot.setSize({ width, height });
  }

  /** Media time at a place below the top of the lanes, CSS pixels. */
  secondsAt(top: number): number {
    return this.#plot.posToVal(top, 'x');
  }

  /** Index of the nearest time of the data. */
  indexAt(seconds: number): number {
    return this.#plot.valToIdx(seconds);
  }

  [Symbol.dispose](): void {
    this.#plot.destroy();
  }
}

/** The times and the values of all lanes; uPlot reads the lists and leaves them as they are. */
function aligned(layout: TimelineLayout, data: TimelineData): uPlot.AlignedData {
  return [data.seconds, ...drawnValues(layout, data)] as unknown as uPlot.AlignedData;
}

/** Puts zero at the lane's left edge and its most at its right one; the rest of the scale is beneath the other lanes. */
function laneRange({ left, right, most }: Lane): [number, number] {
  const width = right - left;
  const least = (-left * most) / width;
  return [least, least + most / width];
}

function laneSeries({ id }: Lane, colour: string): uPlot.Series {
  const strength = id === 'fused' ? 1.6 : 1.3;
  return { scale: id, stroke: colour, width: strength, fill: `${colour}2b`, fillTo: 0, points: { show: false } };
}

/** Reads variables of the colour scheme: a canvas knows none. */
function colours(place: HTMLElement): (name: string) => string {
  const computed = getComputedStyle(place);
  return (name) => computed.getPropertyValue(name).trim();
}
