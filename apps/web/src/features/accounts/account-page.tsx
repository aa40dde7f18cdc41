import type { ReactNode } from 'react';
import { useMay } from '../../app/session.tsx';
import { AddressTabs } from '../../components/address-tabs.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { accounts as text } from '../../messages/en/accounts.ts';
import { ApiKeys } from './api-keys.tsx';
import { ChangePassword } from './change-password.tsx';
import { OwnDetails } from './own-details.tsx';
import { OwnSessions } from './own-sessions.tsx';
import { PasswordAdvice } from './password-advice.tsx';
import { Users } from './users.tsx';

const formId = 'change-password';

/** The own account; for administrators also those of everybody. */
function AccountPage(): ReactNode {
  const isAdmin = useMay('admin');
  const tabs = [
    {
      value: 'account',
      label: text.tabs.account,
      panel: () => (
        <>
          <PasswordAdvice formId={formId} />
          <OwnDetails />
          <ChangePassword formId={formId} />
        </>
      ),
    },
    { value: 'sessions', label: text.tabs.sessions, panel: () => <OwnSessions /> },
    { value: 'keys', label: text.tabs.keys, panel: () => <ApiKeys /> },
    ...(isAdmin ? [{ value: 'users', label: text.tabs.users, panel: () => <Users /> }] : []),
  ];
  return (
    <>
      <PageHeader title={text.title} />
      <AddressTabs label={text.tabs.label} tabs={tabs} />
    </>
  );
}

export default AccountPage;
