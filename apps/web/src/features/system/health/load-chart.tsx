import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { LineChart } from '../../../components/chart/line-chart.tsx';
import { percentText } from '../../../lib/format/quantities.ts';
import { system } from '../../../messages/en/system.ts';

const text = system.health;
const keptMs = 10 * 60_000;

interface Sample {
  readonly atMs: number;
  readonly load: number;
  readonly memory: number;
}

const xAxis = { label: text.time, format: (value: number) => String(Math.round(-value)) };
const yAxis = { label: text.share, format: (value: number) => `${Math.round(value * 100)} %` };

/** Load and memory since the page was opened, ten minutes at most. */
export function LoadChart({
  loadPerProcessor,
  memoryShare,
}: {
  readonly loadPerProcessor: number;
  readonly memoryShare: number;
}): ReactNode {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  useEffect(() => {
    const sample = { atMs: Date.now(), load: loadPerProcessor, memory: memoryShare };
    setSamples((before) => [...before.filter(({ atMs }) => sample.atMs - atMs < keptMs), sample]);
  }, [loadPerProcessor, memoryShare]);
  const lines = useMemo(() => {
    const newestMs = samples.at(-1)?.atMs ?? 0;
    return {
      x: samples.map(({ atMs }) => (atMs - newestMs) / 1000),
      series: [
        { label: text.loadShare, values: samples.map(({ load }) => load), colour: '--vigil-info' },
        { label: text.memoryShare, values: samples.map(({ memory }) => memory), colour: '--vigil-warning', dash: [6, 4] },
      ] as const,
    };
  }, [samples]);
  if (samples.length < 2) return null;
  return (
    <LineChart
      title={text.chart}
      summary={text.chartSummary(percentText(loadPerProcessor), percentText(memoryShare))}
      {...lines}
      xAxis={xAxis}
      yAxis={yAxis}
      heightPx={200}
    />
  );
}
