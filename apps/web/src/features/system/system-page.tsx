import type { ReactNode } from 'react';
import { useMay } from '../../app/session.tsx';
import { type AddressTab, AddressTabs } from '../../components/address-tabs.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { system as text } from '../../messages/en/system.ts';
import { AuditLog } from './audit/audit-log.tsx';
import { Disk } from './disk/disk.tsx';
import { Health } from './health/health.tsx';
import { Models } from './models/models.tsx';
import { Notifications } from './notifications/notifications.tsx';
import { Queue } from './queue/queue.tsx';
import { GeneralSettings } from './settings/general-settings.tsx';

/** How the services are, what they do, and how they are set. */
function SystemPage(): ReactNode {
  const isOperator = useMay('operator');
  const isAdmin = useMay('admin');
  const { tabs: labels } = text;
  const tabs: AddressTab[] = [
    { value: 'health', label: labels.health, panel: () => <Health /> },
    { value: 'queue', label: labels.queue, panel: () => <Queue /> },
    { value: 'models', label: labels.models, panel: () => <Models /> },
    { value: 'disk', label: labels.disk, panel: () => <Disk /> },
    ...(isOperator ? [{ value: 'notifications', label: labels.notifications, panel: () => <Notifications /> }] : []),
    { value: 'settings', label: labels.settings, panel: () => <GeneralSettings /> },
    ...(isAdmin ? [{ value: 'audit', label: labels.audit, panel: () => <AuditLog /> }] : []),
  ];
  return (
    <>
      <PageHeader title={text.title} />
      <AddressTabs label={labels.label} tabs={tabs} />
    </>
  );
}

export default SystemPage;
