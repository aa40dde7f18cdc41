import type { Settings } from '@vigil/contracts';
import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMay } from '../../../app/session.tsx';
import { Facts } from '../../../components/facts.tsx';
import { Moment } from '../../../components/moment.tsx';
import { Panel } from '../../../components/panel.tsx';
import { Problem } from '../../../components/problem.tsx';
import { system } from '../../../messages/en/system.ts';
import { useSettings } from '../../../lib/queries/settings-query.ts';
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
        <Shown settings={data} />
      )}
    </Panel>
  );
}

/** A form for who may change them; facts for everybody else. */
function Shown({ settings }: { readonly settings: Readonly<Settings> }): ReactNode {
  const isAdmin = useMay('admin');
  const { settings: text } = system;
  if (isAdmin) return <SettingsForm settings={settings} />;
  return (
    <Facts
      facts={[
        { label: text.budget, value: settings.defaultBudgetIncidentsPerDay },
        { label: text.analyse, value: settings.analyseUploads ? text.yes : text.no },
        { label: text.paused, value: settings.queuePaused ? text.yes : text.no },
        { label: text.auditDays, value: settings.auditDays },
        { label: text.changedAt, value: <Moment at={settings.updatedAt} /> },
      ]}
    />
  );
}
