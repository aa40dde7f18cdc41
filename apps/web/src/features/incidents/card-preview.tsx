import { type ReactNode, useEffect, useRef } from 'react';
import { incidentList } from '../../messages/en/incidents.ts';
import styles from './incident-card.module.css';

/** The clip over the key frame, without sound, again and again; it rests while nobody can see it. */
export function CardPreview({
  id,
  title,
  hasPoster,
}: {
  readonly id: string;
  readonly title: string;
  readonly hasPoster: boolean;
}): ReactNode {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const { current } = video;
    if (current === null) return;
    const watch = new IntersectionObserver(([{ isIntersecting }]) => {
      // refused where the card goes away meanwhile, and where there is no such codec: the key frame stays
      if (isIntersecting) current.play().catch(() => undefined);
      else current.pause();
    });
    watch.observe(current);
    return () => {
      watch.disconnect();
      // lets the connection go, which would otherwise load on
      current.removeAttribute('src');
      current.load();
    };
  }, []);
  const address = `/api/v1/incidents/${encodeURIComponent(id)}`;
  return (
    <video
      ref={video}
      className={styles.video}
      src={`${address}/clip`}
      {...(hasPoster ? { poster: `${address}/key-frame` } : {})}
      muted
      loop
      playsInline
      preload="auto"
      aria-label={incidentList.card.preview(title)}
    />
  );
}
