import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { Facts } from '../../../components/facts.tsx';
import { Panel } from '../../../components/panel.tsx';
import { Problem } from '../../../components/problem.tsx';
import { duration } from '../../../lib/format/media-time.ts';
import { bytesText, numberText } from '../../../lib/format/quantities.ts';
import { system } from '../../../messages/en/system.ts';
import { useSystemStatus } from '../system-queries.ts';
import { LoadChart } from './load-chart.tsx';
import { ServiceTable } from './service-table.tsx';

const text = system.health;

/** Whether everything is there, and how hard it works. */
export function Health(): ReactNode {
  const { data, error, refetch } = useSystemStatus();
  if (data === undefined) return error === null ? <Skeleton h={320} /> : <Problem error={error} onRetry={() => void refetch()} />;
  const { machine, process, store, feed } = data;
  const usedBytes = machine.totalBytes - machine.freeBytes;
  return (
    <>
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      <Panel title={text.services}>
        <ServiceTable services={data.services} />
      </Panel>
      <Panel title={text.machine}>
        <Facts
          facts={[
            { label: text.name, value: machine.name },
            { label: text.processors, value: machine.processors },
            { label: text.load, value: machine.loadAverages.map((load) => load.toFixed(2)).join(' · ') },
            { label: text.memory, value: `${bytesText(usedBytes)} / ${bytesText(machine.totalBytes)}` },
            { label: text.process, value: bytesText(process.residentBytes) },
            { label: text.processorTime, value: duration(process.processorSeconds) },
            { label: text.uptime, value: duration(process.uptimeSeconds) },
            { label: text.versions, value: text.versionText(data.version, data.nodeVersion) },
          ]}
        />
        <LoadChart
          loadPerProcessor={(machine.loadAverages[0] ?? 0) / machine.processors}
          memoryShare={usedBytes / machine.totalBytes}
        />
      </Panel>
      <Panel title={text.store}>
        <Facts
          facts={[
            { label: text.storeKind, value: text.storeKinds[store.kind] },
            { label: text.schema, value: store.schemaVersion },
            {
              label: text.answer,
              value: store.answerMs === null ? null : `${numberText(store.answerMs)} ms`,
              unknown: text.noAnswer,
            },
            { label: text.feedState, value: feed.live ? text.feedLive : text.feedLate },
            { label: text.clients, value: feed.clients },
            { label: text.newest, value: numberText(feed.newest) },
          ]}
        />
      </Panel>
    </>
  );
}
