import type { Video } from '@vigil/contracts';
import type { ReactNode } from 'react';
import { duration } from '../../lib/format/media-time.ts';
import { momentText } from '../../lib/format/moments.ts';
import { bytesText, numberText } from '../../lib/format/quantities.ts';
import { useUserName } from '../../lib/users/use-user-name.ts';
import { video as messages } from '../../messages/en/video.ts';
import styles from './video-view.module.css';

const text = messages.facts;

/** Technical facts of a recording; what the file does not say is a dash. */
export function VideoFacts({ video }: { readonly video: Video }): ReactNode {
  const nameOf = useUserName();
  const { width, height, framesPerSecond, durationSeconds, codec, hasAudio, sizeBytes, mediaType, sha256, sourceId } = video;
  const rate = framesPerSecond === null ? null : numberText(framesPerSecond);
  const facts: readonly (readonly [string, string])[] = [
    [text.length, durationSeconds === null ? text.unknown : duration(durationSeconds)],
    [text.picture, width === null || height === null ? text.unknown : text.pictureSize(width, height, rate)],
    [text.codec, codec === null ? mediaType : `${codec}, ${mediaType}`],
    [text.sound, hasAudio ? text.withSound : text.withoutSound],
    [text.size, bytesText(sizeBytes)],
    [text.source, sourceId ?? text.noSource],
    [text.uploaded, text.uploadedBy(momentText(video.createdAt), nameOf(video.uploadedBy))],
  ];
  return (
    <section className={styles.panel} aria-labelledby="facts-title">
      <h2 id="facts-title" className={styles.panelTitle}>
        {text.title}
      </h2>
      {video.held ? <span>{text.held}</span> : null}
      {video.originalRemoved ? <span>{text.removed}</span> : null}
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div className={styles.wide}>
          <dt>{text.hash}</dt>
          <dd style={{ fontFamily: 'var(--mantine-font-family-monospace)', fontSize: '0.75rem' }}>{sha256}</dd>
        </div>
      </dl>
    </section>
  );
}
