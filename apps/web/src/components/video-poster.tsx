import { IconVideo } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useFeed } from '../lib/feed/feed-context.tsx';
import styles from './video-poster.module.css';

/** A picture of a video. Where it is not made yet, a sign stands there until it is. */
export function VideoPoster({ videoId, label }: { readonly videoId: string; readonly label: string }): ReactNode {
  const [missing, setMissing] = useState(false);
  useFeed((message) => {
    const { topic, type } = message;
    if (
      missing &&
      topic === 'job' &&
      type === 'end' &&
      message.record.type === 'make-previews' &&
      message.record.subjectId === videoId
    )
      setMissing(false);
  });
  return (
    <span className={styles.frame}>
      {missing ? (
        <IconVideo size={28} stroke={1.3} role="img" aria-label={label} />
      ) : (
        <img
          className={styles.picture}
          src={`/api/v1/videos/${videoId}/poster`}
          alt={label}
          loading="lazy"
          decoding="async"
          onError={() => setMissing(true)}
        />
      )}
    </span>
  );
}
