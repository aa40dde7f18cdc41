import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Outcome } from '../../components/outcome.tsx';
import { VideoFinder } from '../../components/video-finder/video-finder.tsx';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import { duration } from '../../lib/format/media-time.ts';
import { normality } from '../../messages/en/normality.ts';
import { type FootageDraft, footageOf, problemOf, totalSeconds, wholeVideo } from './footage-draft.ts';
import { FootageRow } from './footage-row.tsx';
import type { Profile } from './normality-queries.ts';

const text = normality.teach;

/** Asks for footage, and has a profile learn from it. */
export function TeachForm({
  profile,
  mode,
  onDone,
  onCancel,
}: {
  /** The profile that is taught; null for a new one. */
  readonly profile: Profile | null;
  readonly mode: 'new' | 'extend' | 'relearn';
  /** Called with the id of the profile that learns now. */
  readonly onDone: (profileId: string) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [footage, setFootage] = useState<readonly FootageDraft[]>([]);
  const learn = useMutation({
    mutationFn: () => {
      const pieces = footage.map(footageOf);
      if (profile === null || mode === 'new')
        return bodyOf(api.POST('/api/v1/profiles', { body: { name: name.trim(), footage: pieces } }));
      const path = { params: { path: { id: profile.id } } };
      return bodyOf(api.POST('/api/v1/profiles/{id}/learning', { ...path, body: { mode, footage: pieces } }));
    },
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['profile'] });
      onDone(id);
    },
  });
  const isUsable = footage.length > 0 && footage.every((draft) => problemOf(draft) === null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isUsable) learn.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm">{mode === 'new' ? text.newText : mode === 'extend' ? text.extendText : text.relearnText}</Text>
        {mode === 'new' ? (
          <TextInput
            label={text.name}
            description={text.nameHint}
            required
            autoFocus
            maxLength={64}
            maw={420}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
        ) : null}
        <VideoFinder
          chosen={new Set(footage.map(({ videoId }) => videoId))}
          onChoose={(video) => setFootage([...footage, wholeVideo(video)])}
        />
        <div>
          <Title order={3} size="h5" mb="xs">
            {text.chosen}
          </Title>
          {footage.length === 0 ? <Text c="dimmed">{text.nothing}</Text> : null}
          <Stack gap="md">
            {footage.map((draft, index) => (
              <FootageRow
                key={draft.videoId}
                draft={draft}
                onChange={(changed) => setFootage(footage.with(index, changed))}
                onRemove={() => setFootage(footage.filter((kept) => kept !== draft))}
              />
            ))}
          </Stack>
          {footage.length === 0 ? null : (
            <Text size="sm" mt="xs" role="status">
              {text.total(duration(totalSeconds(footage)))}
            </Text>
          )}
        </div>
        <Outcome of={learn} />
        <Group>
          <Button type="submit" disabled={!isUsable} loading={learn.isPending}>
            {text.submit}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {text.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
