import { ActionIcon, NativeSelect } from '@mantine/core';
import {
  IconMaximize,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
  IconRepeat,
  IconRewindBackward10,
  IconRewindForward10,
  IconVolume,
  IconVolumeOff,
} from '@tabler/icons-react';
import type { ComponentType, ReactNode, RefObject } from 'react';
import { player as text } from '../../messages/en/player.ts';
import { LayerSwitches } from './layer-switches.tsx';
import type { OverlayLayer } from './overlay.ts';
import { stepFrame, toggleFullScreen, togglePlay } from './player-actions.ts';
import styles from './player.module.css';
import type { Playhead } from './playhead.ts';
import { PositionSlider } from './position-slider.tsx';
import type { VideoState } from './use-video.ts';

const rates = [0.25, 0.5, 1, 1.5, 2, 4];

/** What the controls steer. */
interface PlayerControlsProps {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly frame: RefObject<HTMLElement | null>;
  readonly playhead: Playhead;
  /** Null where nothing can play. */
  readonly state: VideoState | null;
  readonly startSeconds: number;
  readonly framesPerSecond: number;
  readonly hasAudio: boolean;
  readonly available: readonly OverlayLayer[];
  readonly layers: ReadonlySet<OverlayLayer>;
  readonly onToggleLayer: (layer: OverlayLayer) => void;
  readonly canLoop: boolean;
  readonly isLooping: boolean;
  readonly onToggleLoop: () => void;
}

/** The bar below the picture. */
export function PlayerControls(props: PlayerControlsProps): ReactNode {
  const { video, frame, playhead, state, framesPerSecond, hasAudio } = props;
  const move = (seconds: number) => () => playhead.seek(playhead.seconds + seconds);
  const step = (frames: 1 | -1) => () => stepFrame(video.current, playhead, frames, framesPerSecond);
  return (
    <div className={styles.controls}>
      {state === null ? null : (
        <>
          <PositionSlider playhead={playhead} startSeconds={props.startSeconds} durationSeconds={state.durationSeconds} />
          <div className={styles.row}>
            <Action
              label={state.isPlaying ? text.pause : text.play}
              icon={state.isPlaying ? IconPlayerPauseFilled : IconPlayerPlayFilled}
              onClick={() => togglePlay(video.current)}
            />
            <Action label={text.back10} icon={IconRewindBackward10} onClick={move(-10)} />
            <Action label={text.forward10} icon={IconRewindForward10} onClick={move(10)} />
            <Action label={text.frameBack} icon={IconPlayerSkipBack} onClick={step(-1)} />
            <Action label={text.frameForward} icon={IconPlayerSkipForward} onClick={step(1)} />
            <Action
              label={hasAudio ? (state.isMuted ? text.unmute : text.mute) : text.noSound}
              icon={state.isMuted || !hasAudio ? IconVolumeOff : IconVolume}
              isDisabled={!hasAudio}
              onClick={() => {
                if (video.current !== null) video.current.muted = !video.current.muted;
              }}
            />
            {props.canLoop ? (
              <Action label={text.loop} icon={IconRepeat} isPressed={props.isLooping} onClick={props.onToggleLoop} />
            ) : null}
            <NativeSelect
              className={styles.speed}
              size="xs"
              aria-label={text.speed}
              value={String(state.rate)}
              data={rates.map((rate) => ({ value: String(rate), label: text.speedOf(rate) }))}
              onChange={({ currentTarget }) => {
                if (video.current !== null) video.current.playbackRate = Number(currentTarget.value);
              }}
            />
            <Action label={text.fullScreen} icon={IconMaximize} onClick={() => toggleFullScreen(frame.current)} />
          </div>
        </>
      )}
      <LayerSwitches available={props.available} layers={props.layers} onToggle={props.onToggleLayer} />
    </div>
  );
}

function Action({
  label,
  icon: Icon,
  onClick,
  isPressed,
  isDisabled = false,
}: {
  readonly label: string;
  readonly icon: ComponentType<{ readonly size?: number | string }>;
  readonly onClick: () => void;
  readonly isPressed?: boolean;
  readonly isDisabled?: boolean;
}): ReactNode {
  return (
    <ActionIcon
      variant={isPressed === true ? 'filled' : 'subtle'}
      color={isPressed === true ? 'blue' : 'gray'}
      className={styles.action}
      size="lg"
      aria-label={label}
      title={label}
      aria-pressed={isPressed}
      disabled={isDisabled}
      onClick={onClick}
    >
      <Icon size={19} />
    </ActionIcon>
  );
}
