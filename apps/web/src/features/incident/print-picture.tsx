import type { IncidentRecord } from '@vigil/contracts';
import type { ReactNode } from 'react';
import { mediaTime } from '../../lib/format/media-time.ts';
import { useTimelinePart } from '../../lib/queries/timeline-query.ts';
import { incident as messages } from '../../messages/en/incident.ts';
import styles from './incident.module.css';
import { curvePart, SurpriseCurve } from './surprise-curve.tsx';

const text = messages.print;

/** What stands on paper in place of player and timeline: the key frame, and the surprise about the incident. */
export function PrintPicture({
  incident,
  analysisId,
}: {
  readonly incident: IncidentRecord;
  readonly analysisId: string;
}): ReactNode {
  const { data } = useTimelinePart(analysisId, curvePart(incident));
  const { id, keyFrame, peakSeconds, boundingBoxes, severity } = incident;
  return (
    <div className={styles.printOnly}>
      {keyFrame === null ? (
        <p>{text.noPicture}</p>
      ) : (
        <figure className={styles.printFigure}>
          <div className={styles.printFrame}>
            <img src={`/api/v1/incidents/${encodeURIComponent(id)}/key-frame`} alt={text.keyFrame} />
            {boundingBoxes.map(({ left, top, width, height }) => (
              <span
                key={`${left} ${top}`}
                className={styles.printBox}
                style={{
                  left: `${left * 100}%`,
                  top: `${top * 100}%`,
                  width: `${width * 100}%`,
                  height: `${height * 100}%`,
                  borderColor: `var(--vigil-${severity})`,
                }}
              />
            ))}
          </div>
          <figcaption>
            {text.keyFrame}, {mediaTime(peakSeconds, 1)}
          </figcaption>
        </figure>
      )}
      {!data ? null : (
        <figure className={styles.printFigure}>
          <SurpriseCurve {...data.timeline} incident={incident} />
          <figcaption>{text.timeline}</figcaption>
        </figure>
      )}
    </div>
  );
}
