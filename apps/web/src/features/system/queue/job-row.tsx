import { Anchor, Badge, Group, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { JobProgress } from '../../../components/job-progress.tsx';
import { Moment } from '../../../components/moment.tsx';
import { duration } from '../../../lib/format/media-time.ts';
import type { components } from '../../../lib/api/generated/api.ts';
import { system } from '../../../messages/en/system.ts';
import { JobActions } from './job-actions.tsx';
import styles from './job-row.module.css';
import { subjectAddress } from './subject-address.ts';
import { useSubjectName } from './use-subject-name.ts';

type Job = components['schemas']['Job'];

const text = system.queue;

/** One job: what it is, how far, what went wrong, and what can be done with it. */
export function JobRow({ job, mayManage }: { readonly job: Job; readonly mayManage: boolean }): ReactNode {
  const [showsLog, setShowsLog] = useState(false);
  const { type, state, paused, createdAt, endedAt, attempts, maxAttempts, error, attemptLog } = job;
  const kind = text.types[type] ?? type;
  const subject = useSubjectName(job);
  const name = subject === null ? kind : `${kind}: ${subject}`;
  const address = subjectAddress(job);
  return (
    <>
      <div className={styles.line}>
        <Group gap="xs">
          {address === null ? (
            <Text fw={600}>{name}</Text>
          ) : (
            <Anchor component={Link} href={address} fw={600}>
              {name}
            </Anchor>
          )}
          <Badge variant="outline" tt="none" color={state === 'failed' ? 'red' : 'gray'} style={{ color: 'inherit' }}>
            {text.counts[state]}
            {paused ? `, ${text.paused}` : ''}
          </Badge>
          <Text size="sm" c="dimmed">
            <Moment at={createdAt} since />
            {endedAt === null ? null : ` · ${duration(Math.max(0, (Date.parse(endedAt) - Date.parse(createdAt)) / 1000))}`}
          </Text>
          {attemptLog.length > 0 ? (
            <Anchor component="button" type="button" size="sm" aria-expanded={showsLog} onClick={() => setShowsLog(!showsLog)}>
              {text.attempts(attempts, maxAttempts)}
            </Anchor>
          ) : null}
        </Group>
        {mayManage ? <JobActions job={job} name={name} /> : null}
      </div>
      {state === 'leased' ? <JobProgress job={job} label={kind} /> : null}
      {error === null || state === 'done' ? null : <p className={styles.problem}>{error.message}</p>}
      {showsLog ? (
        <ol className={styles.log}>
          {attemptLog.map(({ attempt, outcome, startedAt, reason }) => (
            <li key={attempt} value={attempt}>
              <Moment at={startedAt} /> · {outcome}
              {reason === null ? '' : ` · ${reason}`}
            </li>
          ))}
        </ol>
      ) : null}
    </>
  );
}
