import type { Video } from '@vigil/contracts';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconRefresh, IconTrash } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useFeed } from '../../lib/feed/feed-context.tsx';
import { video as text } from '../../messages/en/video.ts';

const AnalyseAgain = lazy(() => import('./analyse-again.tsx'));
const RemoveVideo = lazy(() => import('./remove-video.tsx'));

/** Has a recording analysed again, or removes it. */
export function VideoActions({ video, onRemoved }: { readonly video: Video; readonly onRemoved: () => void }): ReactNode {
  const client = useQueryClient();
  const [open, setOpen] = useState<'again' | 'remove' | null>(null);
  useFeed(({ topic, type, record }) => {
    if (topic === 'video' && type === 'end' && record.id === video.id) onRemoved();
  });
  const { state, originalRemoved } = video;
  const close = (): void => {
    setOpen(null);
    // the video names its latest analysis; the feed tells of it too, where it is connected
    void client.invalidateQueries({ queryKey: ['video', video.id] });
  };
  return (
    <>
      {state === 'unreadable' || originalRemoved ? null : (
        <Button variant="default" leftSection={<IconRefresh size={17} />} onClick={() => setOpen('again')}>
          {text.analysis.again}
        </Button>
      )}
      <Button variant="default" color="red" leftSection={<IconTrash size={17} />} onClick={() => setOpen('remove')}>
        {text.edit.remove}
      </Button>
      <Suspense>
        {open === 'again' ? <AnalyseAgain video={video} onClose={close} /> : null}
        {open === 'remove' ? <RemoveVideo video={video} onClose={close} /> : null}
      </Suspense>
    </>
  );
}
