import { type ReactNode, useEffect, useRef } from 'react';
import { mediaTime } from '../../lib/format/media-time.ts';
import { player as text } from '../../messages/en/player.ts';
import styles from './player.module.css';
import type { Playhead } from './playhead.ts';

/** Where the picture is, to read and to drag. It follows the playhead without being rendered again. */
export function PositionSlider({
  playhead,
  startSeconds,
  durationSeconds,
}: {
  readonly playhead: Playhead;
  readonly startSeconds: number;
  readonly durationSeconds: number | null;
}): ReactNode {
  const slider = useRef<HTMLInputElement>(null);
  const clock = useRef<HTMLSpanElement>(null);
  const endSeconds = startSeconds + (durationSeconds ?? 0);
  useEffect(() => {
    const show = (seconds: number): void => {
      const now = text.positionOf(mediaTime(seconds, 1), mediaTime(endSeconds, 1));
      if (clock.current !== null) clock.current.textContent = mediaTime(seconds, 1);
      if (slider.current === null) return;
      slider.current.value = String(seconds);
      slider.current.setAttribute('aria-valuetext', now);
      const share = durationSeconds ? (seconds - startSeconds) / durationSeconds : 0;
      slider.current.style.setProperty('--share', `${Math.min(1, Math.max(0, share)) * 100}%`);
    };
    show(playhead.seconds);
    return playhead.listen(show);
  }, [playhead, startSeconds, durationSeconds, endSeconds]);
  return (
    <div className={styles.position}>
      <span ref={clock} className={styles.clock} />
      <input
        ref={slider}
        className={styles.slider}
        type="range"
        aria-label={text.position}
        min={startSeconds}
        max={endSeconds}
        step={0.04}
        defaultValue={playhead.seconds}
        disabled={durationSeconds === null}
        onInput={({ currentTarget }) => playhead.seek(Number(currentTarget.value))}
      />
      <span className={styles.clock}>{durationSeconds === null ? '–' : mediaTime(endSeconds, 1)}</span>
    </div>
  );
}
