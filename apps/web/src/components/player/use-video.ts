import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Playhead } from './playhead.ts';

/** How the video element is. */
export interface VideoState {
  readonly isPlaying: boolean;
  readonly isMuted: boolean;
  readonly isWaiting: boolean;
  readonly rate: number;
  /** Length of what is loaded, seconds; null until it is known. */
  readonly durationSeconds: number | null;
}

/** A stretch that is repeated, media seconds. */
export interface LoopSpan {
  readonly startSeconds: number;
  readonly endSeconds: number;
}

const initial: VideoState = { isPlaying: false, isMuted: false, isWaiting: true, rate: 1, durationSeconds: null };
/** Asked for the very moment that a picture begins, browsers show the one before as often as not. */
const withinPictureSeconds = 0.002;
/** A picture that stands still is no further from where the video is. */
const farSeconds = 0.5;
const told = ['play', 'pause', 'ratechange', 'volumechange', 'loadedmetadata', 'durationchange', 'waiting', 'playing', 'canplay'];

/**
 * Ties a video element to a playhead: each picture that is shown moves it, and it moves the video.
 *
 * @param url What the element plays; another one starts where the playhead is.
 * @param startSeconds Media time of its first picture.
 * @param loop What is repeated; null goes on.
 */
export function useVideo(
  playhead: Playhead,
  { url, startSeconds, loop }: { readonly url: string | null; readonly startSeconds: number; readonly loop: LoopSpan | null },
): { readonly element: RefObject<HTMLVideoElement | null>; readonly state: VideoState } {
  const element = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState(initial);
  const shown = useEffectEvent((seconds: number) => {
    playhead.moved(seconds);
    if (loop !== null && seconds >= loop.endSeconds && element.current?.paused === false) playhead.seek(loop.startSeconds);
  });
  useEffect(() => {
    const video = element.current;
    if (video === null || url === null) return;
    const stopped = new AbortController();
    const { signal } = stopped;
    const detach = playhead.attach({
      seek: (seconds) => {
        const end = Number.isFinite(video.duration) ? video.duration : Infinity;
        video.currentTime = Math.min(end, Math.max(0, seconds - startSeconds) + withinPictureSeconds);
        playhead.moved(startSeconds + video.currentTime);
      },
    });
    const tell = (): void => setState(stateOf(video));
    for (const event of told) video.addEventListener(event, tell, { signal });
    // its first picture may be shown before the element tells that it can jump
    let hasBegun = false;
    const begin = (): void => {
      hasBegun = true;
      if (playhead.seconds !== startSeconds + video.currentTime) playhead.seek(playhead.seconds);
    };
    video.addEventListener('loadedmetadata', begin, { signal });
    video.addEventListener('seeked', () => shown(startSeconds + video.currentTime), { signal });
    if (video.readyState >= HTMLMediaElement.HAVE_METADATA) begin();
    // the ends of a file come without a picture of their own
    video.addEventListener('timeupdate', () => video.ended && shown(startSeconds + video.currentTime), { signal });
    let frame = 0;
    const nextFrame = (): void => {
      frame = video.requestVideoFrameCallback((_, { mediaTime }) => {
        // the picture from before a jump may be told of after it
        const isOld = video.paused && Math.abs(mediaTime - video.currentTime) > farSeconds;
        if (hasBegun && !video.seeking) shown(startSeconds + (isOld ? video.currentTime : mediaTime));
        nextFrame();
      });
    };
    nextFrame();
    tell();
    return () => {
      stopped.abort();
      detach();
      video.cancelVideoFrameCallback(frame);
    };
  }, [playhead, url, startSeconds]);
  return { element, state };
}

function stateOf(video: HTMLVideoElement): VideoState {
  return {
    isPlaying: !video.paused && !video.ended,
    isMuted: video.muted,
    isWaiting: video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA,
    rate: video.playbackRate,
    durationSeconds: Number.isFinite(video.duration) ? video.duration : null,
  };
}
