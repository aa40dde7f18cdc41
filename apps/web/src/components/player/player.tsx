import { Button, Loader } from '@mantine/core';
import { type CSSProperties, type ReactNode, useRef, useState } from 'react';
import { player as text } from '../../messages/en/player.ts';
import { layersOf, type OverlayIncident, type OverlayLayer, overlayLayers } from './overlay.ts';
import { OverlayCanvas } from './overlay-canvas.tsx';
import { togglePlay } from './player-actions.ts';
import { PlayerControls } from './player-controls.tsx';
import styles from './player.module.css';
import { firstChoice, lossOf, nextChoice, type PlayerSource, type SourceChoice } from './player-source.ts';
import type { Playhead } from './playhead.ts';
import { usePlayerKeys } from './use-player-keys.ts';
import { type LoopSpan, useVideo } from './use-video.ts';

/** What a player shows. */
export interface PlayerProps {
  readonly playhead: Playhead;
  /** Best first; the next one is taken where one cannot be shown. */
  readonly sources: readonly PlayerSource[];
  /** A better source that is known to be gone. */
  readonly lost: SourceChoice['lost'];
  readonly poster?: string | undefined;
  /** Width of the picture divided by its height. */
  readonly aspect: number;
  /** Null where the container does not say. */
  readonly framesPerSecond: number | null;
  readonly hasAudio: boolean;
  readonly incidents: readonly OverlayIncident[];
  /** What can be repeated. */
  readonly loop: LoopSpan | null;
  /** What the recording is called, for screen readers. */
  readonly label: string;
  /** Laid over the picture. */
  readonly children?: ReactNode;
}

/** Plays footage with what was measured laid over it. */
export function Player(props: PlayerProps): ReactNode {
  const { playhead, sources, lost, aspect, incidents, loop, hasAudio, framesPerSecond } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [choice, setChoice] = useState(() => firstChoice(lost));
  const [isLooping, setLooping] = useState(false);
  const source = sources.at(choice.index) ?? null;
  const moving = source === null || source.kind === 'picture' ? null : source;
  const startSeconds = moving?.startSeconds ?? 0;
  const { element, state } = useVideo(playhead, { url: moving?.url ?? null, startSeconds, loop: isLooping ? loop : null });
  usePlayerKeys(element, frame, { playhead, framesPerSecond: framesPerSecond ?? 25 });
  const [layers, setLayers] = useState<ReadonlySet<OverlayLayer>>(new Set(overlayLayers));
  const toggle = (layer: OverlayLayer): void => setLayers(layers.symmetricDifference(new Set([layer])));
  const failed = async (): Promise<void> => {
    if (source !== null) setChoice(nextChoice(sources, choice, await lossOf(source.url)));
  };
  return (
    <div ref={frame} className={styles.frame} data-print="player">
      <div className={styles.stage} style={{ '--aspect': aspect } as CSSProperties}>
        {moving === null ? (
          <Still source={source} label={props.label} onError={() => void failed()} />
        ) : (
          // what is heard and seen is described by the evidence beside it; there are no captions of surveillance footage
          <video
            key={moving.url}
            ref={element}
            className={styles.picture}
            src={moving.url}
            poster={props.poster}
            preload="metadata"
            playsInline
            aria-label={props.label}
            onClick={() => togglePlay(element.current)}
            onError={() => void failed()}
          />
        )}
        <OverlayCanvas playhead={playhead} incidents={incidents} layers={layers} aspect={aspect} />
        {moving !== null && state.isWaiting ? (
          <div className={styles.waiting} role="status" aria-label={text.waiting}>
            <Loader color="white" size="sm" />
          </div>
        ) : null}
        {props.children}
      </div>
      {choice.lost === null ? null : (
        <p className={styles.note} role="status">
          {text.lost[choice.lost.kind][choice.lost.why]} {source === null ? text.nothing : text.shown[source.kind]}{' '}
          {choice.lost.why === 'unreachable' ? (
            <Button size="compact-xs" variant="default" onClick={() => setChoice(firstChoice(lost))}>
              {text.tryAgain}
            </Button>
          ) : null}
        </p>
      )}
      <PlayerControls
        video={element}
        frame={frame}
        playhead={playhead}
        state={moving === null ? null : state}
        startSeconds={startSeconds}
        framesPerSecond={framesPerSecond ?? 25}
        hasAudio={hasAudio}
        available={layersOf(incidents)}
        layers={layers}
        onToggleLayer={toggle}
        canLoop={loop !== null && moving !== null}
        isLooping={isLooping}
        onToggleLoop={() => setLooping(!isLooping)}
      />
    </div>
  );
}

function Still({
  source,
  label,
  onError,
}: {
  readonly source: PlayerSource | null;
  readonly label: string;
  readonly onError: () => void;
}): ReactNode {
  if (source === null) return <div className={styles.picture} />;
  return <img className={styles.picture} src={source.url} alt={label} onError={onError} />;
}
