import type { Analysis, Video } from '@vigil/contracts';
import { Button, Group, Modal, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Problem } from '../../components/problem.tsx';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import { videos } from '../../messages/en/videos.ts';

const text = videos.again;
const mostBudget = 100_000;

/** Asks what a video is to be compared with, and has it analysed. */
function AnalyseAgain({ video, onClose }: { readonly video: Video; readonly onClose: () => void }): ReactNode {
  const client = useQueryClient();
  // most often something else was changed, and the rest is to be as before
  const [latest] = useState(() => client.getQueryData<Analysis>(['analysis', video.latestAnalysisId]));
  const [profileId, setProfileId] = useState<string | null>(latest?.profileId ?? null);
  const [budget, setBudget] = useState<number | string>(latest?.budgetIncidentsPerDay ?? '');
  const profiles = useQuery({
    queryKey: ['profiles', { limit: 200 }],
    queryFn: () => bodyOf(api.GET('/api/v1/profiles', { params: { query: { limit: 200 } } })),
    staleTime: 0,
  });
  const begin = useMutation({
    mutationFn: () =>
      bodyOf(
        api.POST('/api/v1/videos/{id}/analyses', {
          params: { path: { id: video.id } },
          body: { profileId, ...(typeof budget === 'number' ? { budgetIncidentsPerDay: budget } : {}) },
        }),
      ),
    onSuccess: (analysis) => {
      client.setQueryData(['analysis', analysis.id], (known: unknown) => known ?? analysis);
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    begin.mutate();
  };
  const ready = profiles.data?.items.filter(({ profileVersion }) => profileVersion !== null) ?? [];
  return (
    <Modal opened onClose={onClose} title={text.title(video.name)} closeButtonProps={{ 'aria-label': text.close }}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{text.text}</Text>
          {begin.error === null ? null : <Problem error={begin.error} title={text.failed} />}
          <Select
            label={text.profile}
            placeholder={text.profileSelf}
            clearable
            data={ready.map(({ id, name }) => ({ value: id, label: name }))}
            value={profileId}
            onChange={setProfileId}
          />
          <NumberInput
            label={text.budget}
            description={text.budgetHint}
            value={budget}
            onChange={setBudget}
            min={0.001}
            max={mostBudget}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text.cancel}
            </Button>
            <Button type="submit" loading={begin.isPending}>
              {text.begin}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

export default AnalyseAgain;
