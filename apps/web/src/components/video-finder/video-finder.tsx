import { Button, Skeleton, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Problem } from '../problem.tsx';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import type { components } from '../../lib/api/generated/api.ts';
import { duration } from '../../lib/format/media-time.ts';
import { controls } from '../../messages/en/controls.ts';
import styles from './video-finder.module.css';

type Video = components['schemas']['Video'];

const text = controls.videos;
const mostFound = 20;
const typingMs = 250;

/** Finds videos by name; the newest where nothing is asked for. */
export function VideoFinder({
  chosen,
  onChoose,
}: {
  /** Ids of the videos that are chosen already. */
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (video: Video) => void;
}): ReactNode {
  const [words, setWords] = useState('');
  const [asked] = useDebouncedValue(words.trim(), typingMs);
  const { data, error, refetch } = useQuery({
    queryKey: ['video', 'list', { find: asked }],
    placeholderData: keepPreviousData,
    queryFn: () =>
      bodyOf(
        api.GET('/api/v1/videos', {
          params: { query: { limit: mostFound, originalRemoved: 'false', ...(asked === '' ? {} : { text: asked }) } },
        }),
      ),
  });
  return (
    <div>
      <TextInput
        type="search"
        label={text.find}
        description={text.findHint}
        maw={420}
        maxLength={200}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton h={120} mt="xs" /> : null}
      {data?.items.length === 0 ? (
        <Text mt="xs" c="dimmed" role="status">
          {text.noVideos}
        </Text>
      ) : null}
      <ul className={styles.found}>
        {data?.items.map((video) => {
          const isUnusable = video.state === 'unreadable';
          return (
            <li key={video.id}>
              <span className={styles.name}>
                {video.name}
                <small>
                  {isUnusable
                    ? text.unusable
                    : [video.durationSeconds === null ? null : duration(video.durationSeconds), video.sourceId]
                        .filter((part) => part !== null)
                        .join(' · ')}
                </small>
              </span>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={chosen.has(video.id) ? text.addedOf(video.name) : text.addOf(video.name)}
                disabled={isUnusable || chosen.has(video.id)}
                onClick={() => onChoose(video)}
              >
                {chosen.has(video.id) ? text.added : text.add}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
