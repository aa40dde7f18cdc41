import type { Video, VideoChange } from '@vigil/contracts';
import { Alert, Button, Group, Stack, Switch, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Problem } from '../../components/problem.tsx';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import { ApiError } from '../../lib/api/api-error.ts';
import { video as messages } from '../../messages/en/video.ts';
import styles from './video-view.module.css';

const text = messages.edit;
const sourceForm = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/;

type Change = Omit<{ readonly [Key in keyof VideoChange]: Exclude<VideoChange[Key], undefined> }, 'version'>;

/** Renames a recording, gives it a source, holds it. */
export function VideoEdit({ video }: { readonly video: Video }): ReactNode {
  const client = useQueryClient();
  const [name, setName] = useState(video.name);
  const [source, setSource] = useState(video.sourceId ?? '');
  const queryKey = ['video', video.id];
  const save = useMutation({
    mutationFn: (change: Change) =>
      bodyOf(
        api.PATCH('/api/v1/videos/{id}', {
          params: { path: { id: video.id } },
          body: { ...change, version: video.version },
        }),
      ),
    onSuccess: (changed) => client.setQueryData(queryKey, changed),
    onError: () => client.invalidateQueries({ queryKey }),
  });
  const isSourceWrong = source !== '' && !sourceForm.test(source);
  const isChanged = name.trim() !== video.name || source !== (video.sourceId ?? '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isSourceWrong && name.trim() !== '') save.mutate({ name: name.trim(), sourceId: source === '' ? null : source });
  };
  return (
    <section className={styles.panel} aria-labelledby="edit-title">
      <h2 id="edit-title" className={styles.panelTitle}>
        {text.title}
      </h2>
      <Failure error={save.error} />
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={text.name}
            required
            maxLength={255}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <TextInput
            label={text.source}
            description={text.sourceHint}
            error={isSourceWrong ? text.sourceProblem : undefined}
            value={source}
            onChange={({ currentTarget }) => setSource(currentTarget.value.trim())}
          />
          {isChanged ? (
            <Group gap="xs" justify="flex-end">
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  setName(video.name);
                  setSource(video.sourceId ?? '');
                }}
              >
                {text.discard}
              </Button>
              <Button size="xs" type="submit" loading={save.isPending} disabled={isSourceWrong || name.trim() === ''}>
                {text.save}
              </Button>
            </Group>
          ) : null}
        </Stack>
      </form>
      <Switch
        label={text.held}
        description={text.heldHint}
        checked={video.held}
        onChange={({ currentTarget }) => save.mutate({ held: currentTarget.checked })}
      />
      {video.originalRemoved ? null : (
        <Button
          component="a"
          variant="default"
          href={`/api/v1/videos/${encodeURIComponent(video.id)}/original?download=true`}
          download
        >
          {text.download}
        </Button>
      )}
    </section>
  );
}

function Failure({ error }: { readonly error: Error | null }): ReactNode {
  if (error === null) return null;
  if (error instanceof ApiError && error.code === 'conflict') {
    return (
      <Alert color="yellow" role="alert">
        {text.changed}
      </Alert>
    );
  }
  return <Problem title={text.failed} error={error} />;
}
