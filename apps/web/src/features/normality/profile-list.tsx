import { Anchor, Skeleton, Text } from '@mantine/core';
import { IconActivityHeartbeat } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Empty } from '../../components/empty.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { Moment } from '../../components/moment.tsx';
import { Panel } from '../../components/panel.tsx';
import { Problem } from '../../components/problem.tsx';
import { duration } from '../../lib/format/media-time.ts';
import { normality } from '../../messages/en/normality.ts';
import { type Profile, useLearningJob, useProfiles } from './normality-queries.ts';
import styles from './normality.module.css';

const text = normality.list;

/** Every profile with what it contains and how far its learning is. */
export function ProfileList(): ReactNode {
  const { data, error, refetch } = useProfiles();
  return (
    <Panel title={text.title}>
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton h={160} /> : null}
      {data?.items.length === 0 ? (
        <Empty icon={IconActivityHeartbeat} title={text.none}>
          {text.noneText}
        </Empty>
      ) : null}
      <ul className={styles.list}>
        {data?.items.map((profile) => (
          <ProfileRow key={profile.id} profile={profile} />
        ))}
      </ul>
    </Panel>
  );
}

function ProfileRow({ profile }: { readonly profile: Profile }): ReactNode {
  const { id, name, state, problem, sources, calibrationSeconds, revision, updatedAt } = profile;
  const job = useLearningJob(id);
  const seconds = sources.reduce((sum, source) => sum + source.seconds, 0);
  const facts = [
    ...(sources.length === 0
      ? []
      : [text.footage(sources.length, duration(seconds)), text.calibration(duration(calibrationSeconds))]),
    ...(revision === 0 ? [] : [text.revision(revision)]),
  ];
  return (
    <li>
      <div className={styles.row}>
        <Anchor component={Link} href={`/normality/${id}`} fw={600}>
          {name}
        </Anchor>
        <span className={styles.state} data-state={state}>
          {text.states[state]}
        </span>
        <Text size="sm" c="dimmed">
          {facts.join(' · ')}
        </Text>
        <Text size="sm" c="dimmed" ml="auto">
          {text.changed} <Moment at={updatedAt} since />
        </Text>
      </div>
      {job === undefined ? null : <JobProgress job={job} label={text.states.learning} />}
      {problem === null ? null : (
        <Text size="sm" className={styles.problem}>
          {problem}
        </Text>
      )}
    </li>
  );
}
