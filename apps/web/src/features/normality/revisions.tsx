import { Anchor, Badge, Group, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { Moment } from '../../components/moment.tsx';
import { Panel } from '../../components/panel.tsx';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import { useUserName } from '../../lib/users/use-user-name.ts';
import { normality } from '../../messages/en/normality.ts';
import styles from './normality.module.css';
import type { Profile } from './normality-queries.ts';

const text = normality.revisions;

/** Revisions are marked with the job that made them, for the services. */
const jobMark = / \(job [^)]+\)$/;

/** What became of a profile over time, newest first, and going back. */
export function Revisions({ profile, mayUndo }: { readonly profile: Profile; readonly mayUndo: boolean }): ReactNode {
  const client = useQueryClient();
  const nameOf = useUserName();
  const { id, version, profileVersion, revisions, revision: newest } = profile;
  return (
    <Panel title={text.title}>
      {revisions.length === 0 ? <Text c="dimmed">{text.none}</Text> : null}
      <ul className={styles.list}>
        {revisions.toReversed().map(({ revision, change, summary, at, by, profileVersion: content }) => (
          <li key={revision}>
            <div className={styles.row}>
              <strong>{text.number(revision)}</strong>
              <span>{text.changes[change]}</span>
              {revision === newest ? <Badge variant="light">{text.current}</Badge> : null}
              <Text size="sm">{summary.replace(jobMark, '')}</Text>
              <Text size="sm" c="dimmed">
                <Moment at={at} /> {text.by(nameOf(by))}
              </Text>
              <Group gap="xs" ml="auto">
                <Anchor href={`/api/v1/profiles/${id}/file?revision=${revision}`} download aria-label={text.download(revision)}>
                  <IconDownload size={18} aria-hidden />
                </Anchor>
                {mayUndo && content !== profileVersion ? (
                  <ConfirmButton
                    label={text.undo}
                    question={text.undoQuestion(revision)}
                    color="blue"
                    onConfirm={async () => {
                      const path = { params: { path: { id } } };
                      const undone = await bodyOf(
                        api.POST('/api/v1/profiles/{id}/undo', { ...path, body: { version, revision } }),
                      );
                      client.setQueryData(['profile', id], undone);
                    }}
                  >
                    {text.undoText}
                  </ConfirmButton>
                ) : null}
              </Group>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
