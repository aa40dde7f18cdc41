import type { ReactNode } from 'react';
import { mediaTime } from '../../lib/format/media-time.ts';
import { timeline as text } from '../../messages/en/player.ts';
import { type ChartBand, shownLast } from './draw-marks.ts';
import styles from './timeline.module.css';
import type { ViewSpan } from './view-span.ts';

/** An incident on the rail beside the lanes. */
export interface RailBand extends ChartBand {
  readonly title: string;
  readonly peakSeconds: number;
}

/** So many can be told apart; zooming in shows the others. */
const mostShown = 200;

/** The incidents beside the lanes, each to be pressed. */
export function IncidentRail({
  bands,
  view,
  selectedId,
  onPress,
}: {
  readonly bands: readonly RailBand[];
  readonly view: ViewSpan;
  readonly selectedId: string | null;
  readonly onPress: (band: RailBand) => void;
}): ReactNode {
  const length = view.endSeconds - view.startSeconds;
  const percent = (seconds: number): number => Math.min(100, Math.max(0, ((seconds - view.startSeconds) / length) * 100));
  const shown = bands
    .filter(({ startSeconds, endSeconds }) => endSeconds >= view.startSeconds && startSeconds <= view.endSeconds)
    .slice(0, mostShown);
  const layers = shownLast(shown);
  return (
    <ul className={styles.rail} aria-label={text.incidents}>
      {shown.map((band) => {
        const { id, startSeconds, endSeconds, title, severity } = band;
        const label = text.incident(title, mediaTime(startSeconds, 1), mediaTime(endSeconds, 1));
        return (
          <li key={id}>
            <button
              type="button"
              className={styles.band}
              data-severity={severity}
              aria-current={id === selectedId ? 'true' : undefined}
              aria-label={label}
              title={label}
              style={{
                top: `${percent(startSeconds)}%`,
                height: `${percent(endSeconds) - percent(startSeconds)}%`,
                zIndex: layers.indexOf(band),
              }}
              onClick={() => onPress(band)}
            />
          </li>
        );
      })}
    </ul>
  );
}
