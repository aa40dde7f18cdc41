import { Anchor, Skeleton, Text } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { Empty } from '../../components/empty.tsx';
import { Moment } from '../../components/moment.tsx';
import { Panel } from '../../components/panel.tsx';
import { Problem } from '../../components/problem.tsx';
import { api } from '../../lib/api/api-client.ts';
import type { components } from '../../lib/api/generated/api.ts';
import { useUserName } from '../../lib/users/use-user-name.ts';
import { normality } from '../../messages/en/normality.ts';
import styles from './normality.module.css';
import { type Profile, useCorrections } from './normality-queries.ts';

const text = normality.corrections;

/** "This is normal", as often as it was said about a profile, with the receipts. */
export function Corrections({ profile, mayApply }: { readonly profile: Profile; readonly mayApply: boolean }): ReactNode {
  const { data, error, refetch } = useCorrections(profile.id);
  return (
    <Panel title={text.title}>
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton h={80} /> : null}
      {data?.items.length === 0 ? (
        <Empty icon={IconReceipt} title={text.none}>
          {text.noneText}
        </Empty>
      ) : null}
      <ul className={styles.list}>
        {data?.items.map((correction) => (
          <Receipt
            key={correction.id}
            correction={correction}
            // a receipt holds for the profile that it was worked out with
            mayApply={mayApply && correction.profileVersion === profile.profileVersion}
          />
        ))}
      </ul>
    </Panel>
  );
}

function Receipt({
  correction,
  mayApply,
}: {
  readonly correction: components['schemas']['Correction'];
  readonly mayApply: boolean;
}): ReactNode {
  const client = useQueryClient();
  const nameOf = useUserName();
  const { id, state, incidentIds, vanishing, missedConfirmed, additional, error, createdAt, createdBy } = correction;
  const isKnown = state === 'ready' || state === 'applied';
  return (
    <li>
      <div className={styles.row}>
        <span className={styles.state} data-state={state === 'ready' ? 'ready-to-apply' : state}>
          {text.states[state]}
        </span>
        <Text size="sm">{text.called(incidentIds.length)}</Text>
        <Text size="sm" c="dimmed">
          <Moment at={createdAt} /> {normality.revisions.by(nameOf(createdBy))}
        </Text>
        {incidentIds.slice(0, 5).map((incidentId, index) => (
          <Anchor key={incidentId} component={Link} href={`/incidents/${incidentId}`} size="sm">
            {text.incident(index + 1)}
          </Anchor>
        ))}
        {state === 'ready' && mayApply ? (
          <ConfirmButton
            label={text.apply}
            question={text.applyQuestion}
            color="blue"
            onConfirm={async () => {
              await api.POST('/api/v1/corrections/{id}/apply', { params: { path: { id } } });
              await client.invalidateQueries({ queryKey: ['correction'] });
              await client.invalidateQueries({ queryKey: ['profile'] });
            }}
          >
            {text.applyText}
          </ConfirmButton>
        ) : null}
      </div>
      {isKnown ? (
        <Text size="sm" {...(missedConfirmed.length > 0 ? { style: { color: 'var(--vigil-critical)' } } : {})}>
          {[
            text.vanishing(vanishing.length),
            missedConfirmed.length > 0 ? text.missed(missedConfirmed.length) : text.noneMissed,
            ...(additional > 0 ? [text.additional(additional)] : []),
          ].join(', ')}
        </Text>
      ) : null}
      {error === null ? null : <Text className={styles.problem}>{error.message}</Text>}
    </li>
  );
}
