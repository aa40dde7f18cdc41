import type { Analysis, Video } from '@vigil/contracts';
import { Skeleton, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ApiError } from '../../lib/api/api-error.ts';
import { useSprite } from '../../lib/queries/sprite-query.ts';
import { useTimelinePart } from '../../lib/queries/timeline-query.ts';
import { timeline as text } from '../../messages/en/player.ts';
import type { OverlayIncident } from '../player/overlay.ts';
import { Player } from '../player/player.tsx';
import type { PlayerSource, SourceChoice } from '../player/player-source.ts';
import type { Playhead } from '../player/playhead.ts';
import type { LoopSpan } from '../player/use-video.ts';
import { Problem } from '../problem.tsx';
import { overviewPart } from '../timeline/detail-part.ts';
import type { RailBand } from '../timeline/incident-rail.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import styles from './footage.module.css';
import { useAnalysisBands } from './use-analysis-bands.ts';
import { useOverlays } from './use-overlays.ts';

/** What is shown. */
interface FootageProps {
  readonly playhead: Playhead;
  readonly video: Video;
  /** Whose timeline it is; null while there is none. */
  readonly analysis: Analysis | null;
  readonly sources: readonly PlayerSource[];
  readonly lost: SourceChoice['lost'];
  /** The incident that the page is about: on the timeline from the start, and the only one laid over the picture. */
  readonly incident?: (RailBand & OverlayIncident) | undefined;
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

/** A recording with its timeline: beside each other where there is room, below each other on a phone. */
export function Footage(props: FootageProps): ReactNode {
  const { playhead, video, analysis, sources, lost, selectedId, incident } = props;
  const analysisId = analysis?.state === 'done' ? analysis.id : null;
  const overview = useTimelinePart(analysisId, overviewPart);
  const sprite = useSprite(video.id);
  const { bands, isComplete } = useAnalysisBands(analysisId, incident ?? null);
  const overlays = useOverlays(playhead, bands, incident ?? null);
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
            incidents={overlays}
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
          {isGone(overview.error) ? (
            <Text c="dimmed" size="sm" p="md">
              {text.gone}
            </Text>
          ) : overview.error !== null && overview.data === undefined ? (
            <Problem error={overview.error} title={text.failed} onRetry={() => void overview.refetch()} />
          ) : analysisId === null ? (
            <Text c="dimmed" size="sm" p="md">
              {text.notYet}
            </Text>
          ) : !overview.data ? (
            <Skeleton height="100%" mih={320} aria-label={text.loading} />
          ) : (
            <Timeline
              key={analysisId}
              playhead={playhead}
              analysisId={analysisId}
              overview={overview.data.timeline}
              bands={bands}
              hasAllBands={isComplete}
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

/** What was removed comes back by no second try. */
function isGone(error: Error | null): boolean {
  return error instanceof ApiError && error.code === 'gone';
}
