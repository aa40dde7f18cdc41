import { Button, Group, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'wouter';
import { useMay } from '../../../app/session.tsx';
import { Outcome } from '../../../components/outcome.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { Panel } from '../../../components/panel.tsx';
import { VideoFinder } from '../../../components/video-finder/video-finder.tsx';
import { api, bodyOf } from '../../../lib/api/api-client.ts';
import { evaluate } from '../../../messages/en/evaluate.ts';
import { ClipRow } from './clip-row.tsx';
import { withClip } from './label-draft.ts';
import { type LabelledClip, type LabelSet, useLabelSetChanged } from './label-queries.ts';
import { LabelSetTools } from './label-set-tools.tsx';
import styles from './labels.module.css';

const text = evaluate.labels;

/** Changes a set; what is not saved yet lives here. */
export function LabelSetEditor({ set }: { readonly set: LabelSet }): ReactNode {
  const mayChange = useMay('operator');
  const changed = useLabelSetChanged();
  const [search, setSearch] = useSearchParams();
  const [name, setName] = useState(set.name);
  const [clips, setClips] = useState<readonly LabelledClip[]>(set.clips);
  const save = useMutation({
    mutationFn: () =>
      bodyOf(
        api.PATCH('/api/v1/label-sets/{id}', {
          params: { path: { id: set.id } },
          body: { version: set.version, name: name.trim(), clips: [...clips] },
        }),
      ),
    onSuccess: async (saved) => {
      setClips(saved.clips);
      setName(saved.name);
      await changed(saved);
    },
  });
  const isUnsaved = name !== set.name || JSON.stringify(clips) !== JSON.stringify(set.clips);
  const open = search.get('clip');
  return (
    <>
      <PageHeader title={set.name}>
        <LabelSetTools set={set} mayChange={mayChange} isSaved={!isUnsaved} />
      </PageHeader>
      {mayChange ? (
        <Group align="end" mb="md">
          <TextInput
            label={text.rename}
            maxLength={64}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <Button disabled={!isUnsaved || name.trim() === ''} loading={save.isPending} onClick={() => save.mutate()}>
            {text.save}
          </Button>
          {isUnsaved ? (
            <Text size="sm" role="status">
              {text.unsaved}
            </Text>
          ) : (
            <Outcome of={save} done={text.saved} />
          )}
        </Group>
      ) : null}
      {save.error !== null && isUnsaved ? <Outcome of={save} /> : null}
      <Panel title={text.clips}>
        {clips.length === 0 ? <Text c="dimmed">{text.noClips}</Text> : null}
        <ul className={styles.list}>
          {clips.map((clip) => (
            <ClipRow
              key={clip.videoId}
              clip={clip}
              mayChange={mayChange}
              isOpen={open === clip.videoId}
              onOpen={(isOpening) => setSearch(isOpening ? { clip: clip.videoId } : {}, { replace: true })}
              onChange={(next) => setClips(withClip(clips, next))}
              onRemove={() => setClips(clips.filter(({ videoId }) => videoId !== clip.videoId))}
            />
          ))}
        </ul>
      </Panel>
      {mayChange ? (
        <Panel title={text.addClips}>
          <VideoFinder
            chosen={new Set(clips.map(({ videoId }) => videoId))}
            onChoose={({ id }) => setClips([...clips, { videoId: id, use: 'measure', events: [] }])}
          />
        </Panel>
      ) : null}
    </>
  );
}
