import type { Analysis, IncidentRecord, ProfileRecord } from '@vigil/contracts';
import { Anchor, Group, Skeleton, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { ApiError } from '../../lib/api/api-error.ts';
import { Problem } from '../../components/problem.tsx';
import { useProfileRecord } from '../../lib/queries/record-queries.ts';
import { incident as messages } from '../../messages/en/incident.ts';
import { CorrectionSteps } from './correction-steps.tsx';
import styles from './incident.module.css';

const text = messages.normal;

/** "This is normal here": only where the recording was compared with a profile that can learn it. */
export function NormalHere({
  incident,
  analysis,
}: {
  readonly incident: IncidentRecord;
  readonly analysis: Analysis;
}): ReactNode {
  return (
    <section aria-labelledby="normal-title">
      <h2 id="normal-title" className={styles.partTitle}>
        {text.title}
      </h2>
      {analysis.profileId === null ? (
        <Stack gap="xs" align="start">
          <Text size="sm">{text.noProfile}</Text>
          <Group gap="md">
            <Anchor component={Link} href="/normality" size="sm">
              {text.learn}
            </Anchor>
            <Anchor component={Link} href={`/videos/${encodeURIComponent(incident.videoId)}`} size="sm">
              {text.again}
            </Anchor>
          </Group>
        </Stack>
      ) : (
        <WithProfile incident={incident} analysis={analysis} profileId={analysis.profileId} />
      )}
    </section>
  );
}

function WithProfile({
  incident,
  analysis,
  profileId,
}: {
  readonly incident: IncidentRecord;
  readonly analysis: Analysis;
  readonly profileId: string;
}): ReactNode {
  const { data: profile, error, refetch } = useProfileRecord(profileId);
  if (profile !== undefined) {
    return (
      <Stack gap="xs">
        <Text size="sm">
          {text.text}{' '}
          <Anchor component={Link} href={`/normality/${encodeURIComponent(profileId)}`} size="sm" underline="always">
            {text.profile(profile.name)}
          </Anchor>
        </Text>
        {isOlder(analysis, profile) ? (
          <Text size="sm" c="dimmed">
            {text.old((analysis.profileVersion ?? '').slice(0, 8))}
          </Text>
        ) : null}
        <CorrectionSteps incident={incident} profile={profile} />
      </Stack>
    );
  }
  if (error instanceof ApiError && error.status === 404) return <Text size="sm">{text.profileGone}</Text>;
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  return <Skeleton height={40} />;
}

function isOlder({ profileVersion }: Analysis, profile: ProfileRecord): boolean {
  return profileVersion !== null && profile.profileVersion !== null && profile.profileVersion !== profileVersion;
}
