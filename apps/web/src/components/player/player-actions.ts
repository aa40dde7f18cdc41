import type { Playhead } from './playhead.ts';

/** Plays or pauses; at the end it begins again. */
export function togglePlay(video: HTMLVideoElement | null): void {
  if (video === null) return;
  // a browser may refuse to play, and a pause cuts a beginning short: the state that is shown tells either way
  if (video.paused || video.ended) void video.play().catch(() => undefined);
  else video.pause();
}

/** Shows the next picture, or the one before; aims at its middle, so that rounding cannot hit its neighbour. */
export function stepFrame(video: HTMLVideoElement | null, playhead: Playhead, frames: 1 | -1, framesPerSecond: number): void {
  video?.pause();
  const number = Math.floor(playhead.seconds * framesPerSecond + 0.25) + frames;
  playhead.seek(Math.max(0, (number + 0.5) / framesPerSecond));
}

/** Fills the screen with the player, or gives it back. */
export function toggleFullScreen(frame: HTMLElement | null): void {
  if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined);
  else void frame?.requestFullscreen().catch(() => undefined);
}
