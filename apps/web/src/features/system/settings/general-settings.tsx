import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { Panel } from '../../../components/panel.tsx';
import { Problem } from '../../../components/problem.tsx';
import { system } from '../../../messages/en/system.ts';
import { useSettings } from '../system-queries.ts';
import { SettingsForm } from './settings-form.tsx';

/** What holds for the whole server. */
export function GeneralSettings(): ReactNode {
  const { data, error, refetch } = useSettings();
  return (
    <Panel title={system.settings.title}>
      {data === undefined ? (
        error === null ? (
          <Skeleton h={240} />
        ) : (
          <Problem error={error} onRetry={() => void refetch()} />
        )
      ) : (
        <SettingsForm settings={data} />
      )}
    </Panel>
  );
}
