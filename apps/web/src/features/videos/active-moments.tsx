import type { ActivitySearch } from '@vigil/contracts';
import type { ReactNode } from 'react';
import { mediaTime } from '../../lib/format/media-time.ts';
import { video as messages } from '../../messages/en/video.ts';
import styles from './video-view.module.css';

const text = messages.region;
/** Each has a picture that is taken when it is first seen. */
const mostShown = 24;

/** Moments when something moved in a place, to go to. */
export function ActiveMoments({
  moments,
  videoId,
  onGo,
}: {
  readonly moments: ActivitySearch['moments'];
  readonly videoId: string;
  readonly onGo: (seconds: number) => void;
}): ReactNode {
  return (
    <ul className={styles.moments}>
      {moments.slice(0, mostShown).map(({ startSeconds, endSeconds, peakSeconds, strength }) => (
        <li key={startSeconds}>
          <button type="button" className={styles.moment} onClick={() => onGo(peakSeconds)}>
            <img
              className={styles.still}
              src={`/api/v1/videos/${encodeURIComponent(videoId)}/frame?seconds=${peakSeconds.toFixed(1)}`}
              alt=""
              loading="lazy"
            />
            <span>{text.moment(mediaTime(startSeconds), mediaTime(endSeconds))}</span>
            <span
              className={styles.strength}
              role="img"
              aria-label={text.strength(Math.round(strength * 100))}
              title={text.strength(Math.round(strength * 100))}
              style={{ width: `${Math.max(2, strength * 100)}%` }}
            />
          </button>
        </li>
      ))}
    </ul>
  );
}
