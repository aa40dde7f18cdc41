import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMay } from '../../../app/session.tsx';
import { Panel } from '../../../components/panel.tsx';
import { Problem } from '../../../components/problem.tsx';
import { useSettings } from '../../../lib/queries/settings-query.ts';
import { system } from '../../../messages/en/system.ts';
import { useOverview } from '../system-queries.ts';
import { RetentionForm } from './retention-form.tsx';
import { RetentionTable } from './retention-table.tsx';
import { RunRetention } from './run-retention.tsx';
import { UsageBar } from './usage-bar.tsx';

const text = system.disk;

/** Space, and how long footage is kept. */
export function Disk(): ReactNode {
  const isAdmin = useMay('admin');
  const overview = useOverview();
  const settings = useSettings();
  return (
    <>
      <Panel title={text.usage}>
        {overview.data === undefined ? (
          overview.error === null ? (
            <Skeleton h={120} />
          ) : (
            <Problem error={overview.error} onRetry={() => void overview.refetch()} />
          )
        ) : (
          <UsageBar usage={overview.data.media} />
        )}
      </Panel>
      <Panel title={text.retention} actions={isAdmin ? <RunRetention /> : null}>
        {settings.data === undefined ? (
          settings.error === null ? (
            <Skeleton h={160} />
          ) : (
            <Problem error={settings.error} onRetry={() => void settings.refetch()} />
          )
        ) : isAdmin ? (
          <RetentionForm
            settings={settings.data}
            sources={overview.data?.budgets.sources.map(({ sourceId }) => sourceId) ?? []}
          />
        ) : (
          <RetentionTable settings={settings.data} />
        )}
      </Panel>
    </>
  );
}
