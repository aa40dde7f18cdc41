import { useComputedColorScheme } from '@mantine/core';
import { type CSSProperties, type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { AnalysisTimeline } from '@vigil/contracts';
import { mediaTime } from '../../lib/format/media-time.ts';
import { useKeys } from '../../lib/keys/key-bindings.tsx';
import { useTimelinePart } from '../../lib/queries/timeline-query.ts';
import { timeline as text } from '../../messages/en/player.ts';
import type { Playhead } from '../player/playhead.ts';
import { detailPart } from './detail-part.ts';
import { IncidentRail, type RailBand } from './incident-rail.tsx';
import { joinParts } from './join-parts.ts';
import { LaneHeads } from './lane-heads.tsx';
import './modality-colours.css';
import type { Sprite } from './sprite.ts';
import { axisPixels, timelineData, timelineLayout } from './timeline-data.ts';
import styles from './timeline.module.css';
import { TimelineReadout } from './timeline-readout.tsx';
import { TimelineToolbar } from './timeline-toolbar.tsx';
import { useTimelineChart } from './use-timeline-chart.ts';
import { around, following, isWhole, panned, type ViewSpan, zoomed } from './view-span.ts';

/** What a timeline shows. */
export interface TimelineProps {
  readonly playhead: Playhead;
  readonly analysisId: string;
  /** The whole recording; finer parts are loaded when they are looked at. */
  readonly overview: AnalysisTimeline;
  readonly bands: readonly RailBand[];
  /** Whether those are all that there are. */
  readonly hasAllBands: boolean;
  readonly selectedId: string | null;
  /** An incident on the rail was pressed. */
  readonly onBand: (band: RailBand) => void;
  readonly sprite: Sprite | null;
}

/** The surprise over time, downwards: one lane a sense and one of all together, incidents as bands, gaps hatched. */
export function Timeline(props: TimelineProps): ReactNode {
  const { playhead, analysisId, overview, bands, selectedId, sprite } = props;
  const layout = useMemo(() => timelineLayout(overview), [overview]);
  const { whole, lanes, thresholdSurprise } = layout;
  const [view, setView] = useState<ViewSpan>(() => {
    const selected = bands.find(({ id }) => id === selectedId);
    return selected === undefined ? whole : around(selected, whole);
  });
  const wanted = detailPart(view, whole, overview);
  const { data: detail = null, isPlaceholderData, isFetching, error } = useTimelinePart(analysisId, wanted);
  const data = useMemo(() => timelineData(layout, joinParts(overview, detail)), [layout, overview, detail]);
  const { exact, secondsPerEntry } = detail !== null && wanted !== null && !isPlaceholderData ? detail.timeline : overview;
  const [hover, setHover] = useState<number | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const slider = useRef<HTMLDivElement>(null);
  const needle = useRef<HTMLDivElement>(null);
  const lengthSeconds = view.endSeconds - view.startSeconds;
  const shareOf = (seconds: number): number => (seconds - view.startSeconds) / lengthSeconds;

  const zoom = (factor: number, aboutSeconds: number): void => setView((now) => zoomed(now, factor, aboutSeconds, whole));
  const zoomAboutPlayhead = (factor: number): void => {
    const { seconds } = playhead;
    const isShown = seconds >= view.startSeconds && seconds <= view.endSeconds;
    zoom(factor, isShown ? seconds : (view.startSeconds + view.endSeconds) / 2);
  };
  const chart = useTimelineChart(
    place,
    { layout, data, bands, selectedId, view, scheme: useComputedColorScheme('dark') },
    {
      hover: setHover,
      zoom: (factor, share) => zoom(factor, view.startSeconds + share * lengthSeconds),
      pan: (share) => setView((now) => panned(now, share * (now.endSeconds - now.startSeconds), whole)),
      press: (share) => playhead.seek(view.startSeconds + share * lengthSeconds),
    },
  );

  const showNeedle = useEffectEvent((seconds: number) => {
    const share = shareOf(seconds);
    needle.current?.style.setProperty('--share', String(share));
    if (needle.current !== null) needle.current.hidden = share < 0 || share > 1;
    slider.current?.setAttribute('aria-valuenow', seconds.toFixed(1));
    slider.current?.setAttribute('aria-valuetext', mediaTime(seconds, 1));
  });
  const last = useRef(playhead.seconds);
  const follow = useEffectEvent((seconds: number) => {
    const wasShown = shareOf(last.current) >= 0 && shareOf(last.current) <= 1;
    last.current = seconds;
    // whoever has moved the timeline elsewhere wants to look there
    if (wasShown) setView((now) => following(now, seconds, whole));
    showNeedle(seconds);
  });
  useEffect(() => playhead.listen((seconds) => follow(seconds)), [playhead]);
  useEffect(() => showNeedle(playhead.seconds), [playhead, view]);

  useKeys(text.keys, [
    { keys: '+', label: text.zoomIn, run: () => zoomAboutPlayhead(2) },
    { keys: 'Shift++', label: text.zoomIn, run: () => zoomAboutPlayhead(2) },
    { keys: '-', label: text.zoomOut, run: () => zoomAboutPlayhead(0.5) },
    { keys: '0', label: text.whole, run: () => setView(whole) },
  ]);

  return (
    <section
      className={styles.timeline}
      style={{ '--axis': `${axisPixels(layout)}px` } as CSSProperties}
      aria-label={text.label}
      aria-busy={isFetching}
      data-print="timeline"
    >
      <TimelineToolbar view={view} isWhole={isWhole(view, whole)} onZoom={zoomAboutPlayhead} onWhole={() => setView(whole)} />
      <LaneHeads lanes={lanes} />
      <div className={styles.body} data-zoomed={!isWhole(view, whole)}>
        <IncidentRail bands={bands} view={view} selectedId={selectedId} onPress={props.onBand} />
        <div
          ref={slider}
          className={styles.lanes}
          role="slider"
          tabIndex={0}
          aria-label={text.label}
          aria-orientation="vertical"
          aria-valuemin={0}
          aria-valuemax={Number(whole.endSeconds.toFixed(1))}
          aria-valuenow={0}
          onKeyDown={(event) => {
            const seconds = stepOf(event.key);
            if (seconds === null) return;
            event.preventDefault();
            playhead.seek(playhead.seconds + seconds);
          }}
        >
          <div ref={place} className={styles.chart} />
          <div ref={needle} className={styles.needle} />
          {hover === null ? null : (
            <TimelineReadout
              lanes={lanes}
              data={data}
              seconds={hover}
              index={chart.current?.indexAt(hover) ?? 0}
              share={shareOf(hover)}
              sprite={sprite}
            />
          )}
        </div>
      </div>
      <p className={styles.legend}>
        {text.legend} {text.threshold(thresholdSurprise.toFixed(2))}. {text.hint}{' '}
        {exact ? null : text.coarse(text.stretch(secondsPerEntry))} {error === null ? null : text.finerFailed}{' '}
        {props.hasAllBands ? null : text.someIncidents(bands.length)}
      </p>
    </section>
  );
}

/** How far a key moves, as it does in the player. */
function stepOf(key: string): number | null {
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 10, ArrowLeft: -10, PageDown: 60, PageUp: -60 };
  return steps[key] ?? null;
}
