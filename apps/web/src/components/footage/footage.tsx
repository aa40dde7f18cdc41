import type { Analysis, Incident, Video } from '@vigil/contracts';
import { Skeleton, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAnalysisResult } from '../../lib/queries/record-queries.ts';
import { useSprite } from '../../lib/queries/sprite-query.ts';
import { timeline as text } from '../../messages/en/player.ts';
import type { OverlayIncident } from '../player/overlay.ts';
import { Player } from '../player/player.tsx';
import type { PlayerSource, SourceChoice } from '../player/player-source.ts';
import type { Playhead } from '../player/playhead.ts';
import type { LoopSpan } from '../player/use-video.ts';
import { Problem } from '../problem.tsx';
import type { RailBand } from '../timeline/incident-rail.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import styles from './footage.module.css';

/** What is shown. */
interface FootageProps {
  readonly playhead: Playhead;
  readonly video: Video;
  /** Whose timeline it is; null while there is none. */
  readonly analysis: Analysis | null;
  readonly sources: readonly PlayerSource[];
  readonly lost: SourceChoice['lost'];
  /** What is laid over the picture; those of the result where left out. */
  readonly overlays?: readonly OverlayIncident[];
  readonly selectedId: string | null;
  readonly loop: LoopSpan | null;
  readonly onBand: (band: RailBand) => void;
  /** Shown while the recording is loaded. */
  readonly poster?: string | undefined;
  /** Below the picture. */
  readonly below?: ReactNode;
  /** Below the timeline; on a phone before what is below the picture. */
  readonly beside?: ReactNode;
  /** Below that; on a phone at the end. */
  readonly besideLast?: ReactNode;
  /** Laid over the picture. */
  readonly children?: ReactNode;
}

const none: readonly Incident[] = [];

/** A recording with its timeline: beside each other where there is room, below each other on a phone. */
export function Footage(props: FootageProps): ReactNode {
  const { playhead, video, analysis, sources, lost, selectedId } = props;
  const result = useAnalysisResult(analysis?.id, analysis?.state === 'done');
  const sprite = useSprite(video.id);
  const incidents = result.data?.incidents ?? none;
  return (
    <div className={styles.footage}>
      <div className={styles.column}>
        <div className={styles.picture}>
          <Player
            key={video.id}
            playhead={playhead}
            sources={sources}
            lost={lost}
            poster={props.poster}
            aspect={video.width && video.height ? video.width / video.height : 16 / 9}
            framesPerSecond={video.framesPerSecond}
            hasAudio={video.hasAudio}
            incidents={props.overlays ?? incidents}
            loop={props.loop}
            label={video.name}
          >
            {props.children}
          </Player>
        </div>
        <div className={styles.below}>{props.below}</div>
      </div>
      <div className={styles.column}>
        <div className={styles.time}>
          {result.error !== null && result.data === undefined ? (
            <Problem error={result.error} title={text.failed} onRetry={() => void result.refetch()} />
          ) : result.data === undefined ? (
            analysis === null || analysis.state !== 'done' ? (
              <Text c="dimmed" size="sm" p="md">
                {text.notYet}
              </Text>
            ) : (
              <Skeleton height="100%" mih={320} aria-label={text.loading} />
            )
          ) : (
            <Timeline
              key={analysis?.id}
              playhead={playhead}
              timeline={result.data.timeline}
              thresholdSurprise={result.data.budget.thresholdSurprise}
              durationSeconds={result.data.source.durationSeconds ?? result.data.analysedSeconds}
              bands={incidents}
              selectedId={selectedId}
              onBand={props.onBand}
              sprite={sprite}
            />
          )}
        </div>
        <div className={styles.beside}>{props.beside}</div>
        <div className={styles.last}>{props.besideLast}</div>
      </div>
    </div>
  );
}
