import 'uplot/dist/uPlot.min.css';
import { useComputedColorScheme } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import UPlot from 'uplot';
import { ChartTable } from './chart-table.tsx';
import type { ChartAxis, ChartSeries } from './chart-series.ts';
import styles from './line-chart.module.css';

/** Lines over one axis, drawn by uPlot. Screen readers get the summary and a table of the values in place of the picture. */
export function LineChart({
  title,
  summary,
  x,
  xAxis,
  yAxis,
  series,
  heightPx = 240,
}: {
  readonly title: string;
  /** What the picture tells, in a sentence. */
  readonly summary: string;
  /** Places on the horizontal axis, ascending. */
  readonly x: readonly number[];
  readonly xAxis: ChartAxis;
  readonly yAxis: ChartAxis;
  readonly series: readonly ChartSeries[];
  readonly heightPx?: number;
}): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('dark');
  useEffect(() => {
    const { current: target } = place;
    if (target === null) return;
    const style = getComputedStyle(target);
    const ink = style.getPropertyValue('--mantine-color-dimmed');
    const line = style.getPropertyValue('--vigil-line');
    const axis = ({ label, format }: ChartAxis): UPlot.Axis => ({
      label,
      labelSize: 22,
      stroke: ink,
      grid: { stroke: line, width: 1 },
      ticks: { stroke: line, width: 1 },
      values: (_, places) => places.map((value) => (value === null ? '' : format(value))),
    });
    const chart = new UPlot(
      {
        width: target.clientWidth,
        height: heightPx,
        scales: { x: { time: false, ...rangeOf(xAxis) }, y: rangeOf(yAxis) },
        axes: [
          { ...axis(xAxis), size: 34 },
          { ...axis(yAxis), size: 62 },
        ],
        legend: { live: true },
        cursor: { drag: { x: false, y: false } },
        series: [
          { label: xAxis.label, value: (_, value) => (value === null ? '–' : xAxis.format(value)) },
          ...series.map(({ label, colour, dash, steps }) => ({
            label,
            stroke: style.getPropertyValue(colour),
            width: 2,
            points: { show: x.length <= 60, size: 6 },
            spanGaps: true,
            ...(dash === undefined ? {} : { dash: [...dash] }),
            ...(steps === true && UPlot.paths.stepped !== undefined ? { paths: UPlot.paths.stepped({ align: 1 }) } : {}),
            value: (_: UPlot, value: number | null) => (value === null ? '–' : yAxis.format(value)),
          })),
        ],
      },
      [[...x], ...series.map(({ values }) => [...values])],
      target,
    );
    const observer = new ResizeObserver(() => chart.setSize({ width: target.clientWidth, height: heightPx }));
    observer.observe(target);
    return () => {
      observer.disconnect();
      chart.destroy();
    };
  }, [x, xAxis, yAxis, series, heightPx, scheme]);
  return (
    <figure className={styles.figure} aria-label={title}>
      <div ref={place} role="img" aria-label={`${title}. ${summary}`} style={{ minHeight: heightPx }} />
      <figcaption>{summary}</figcaption>
      <ChartTable title={title} x={x} xAxis={xAxis} yAxis={yAxis} series={series} />
    </figure>
  );
}

function rangeOf({ range }: ChartAxis): UPlot.Scale {
  return range === undefined ? {} : { range: [range[0], range[1]] };
}
