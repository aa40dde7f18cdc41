import type { Video } from '@vigil/contracts';
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../lib/api/api-client.ts';
import { ApiError } from '../../lib/api/api-error.ts';
import { videos } from '../../messages/en/videos.ts';

const text = videos.remove;

/** Asks whether a video is to go, and says why it may not. The feed takes it off the list. */
function RemoveVideo({ video: { id, name }, onClose }: { readonly video: Video; readonly onClose: () => void }): ReactNode {
  const remove = useMutation({
    mutationFn: (force: boolean) =>
      api.DELETE('/api/v1/videos/{id}', { params: { path: { id }, query: force ? { force: 'true' } : {} } }),
    onSuccess: onClose,
  });
  const { error } = remove;
  // the one refusal that force overrules names the jobs that are in the way
  const isForcible = error instanceof ApiError && error.code === 'conflict' && 'jobs' in error.details;
  return (
    <Modal opened onClose={onClose} title={text.title(name)} closeButtonProps={{ 'aria-label': text.close }}>
      <Stack>
        <Text size="sm">{text.text}</Text>
        {error === null ? null : (
          <Alert color="red" role="alert" title={text.refused}>
            {error.message}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {text.cancel}
          </Button>
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate(isForcible)}>
            {isForcible ? text.force : text.remove}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

export default RemoveVideo;
