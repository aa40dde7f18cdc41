import type { RefObject } from 'react';
import { type KeyBinding, useKeys } from '../../lib/keys/key-bindings.tsx';
import { player as text } from '../../messages/en/player.ts';
import type { Playhead } from './playhead.ts';
import { stepFrame, toggleFullScreen, togglePlay } from './player-actions.ts';

/** The keys of a player. */
export function usePlayerKeys(
  video: RefObject<HTMLVideoElement | null>,
  frame: RefObject<HTMLElement | null>,
  { playhead, framesPerSecond }: { readonly playhead: Playhead; readonly framesPerSecond: number },
): void {
  const move = (keys: string, label: string, seconds: number): KeyBinding => ({
    keys,
    label,
    repeats: true,
    run: () => playhead.seek(playhead.seconds + seconds),
  });
  const step = (keys: string, label: string, frames: 1 | -1): KeyBinding => ({
    keys,
    label,
    repeats: true,
    run: () => stepFrame(video.current, playhead, frames, framesPerSecond),
  });
  useKeys(text.keys, [
    { keys: 'Space', label: `${text.play} / ${text.pause}`, run: () => togglePlay(video.current) },
    move('ArrowLeft', text.back10, -10),
    move('ArrowRight', text.forward10, 10),
    move('ArrowUp', text.back1, -1),
    move('ArrowDown', text.forward1, 1),
    step(',', text.frameBack, -1),
    step('.', text.frameForward, 1),
    { keys: 'f', label: text.fullScreen, run: () => toggleFullScreen(frame.current) },
    { keys: 'm', label: `${text.mute} / ${text.unmute}`, run: () => toggleMute(video.current) },
  ]);
}

function toggleMute(video: HTMLVideoElement | null): void {
  if (video !== null) video.muted = !video.muted;
}
