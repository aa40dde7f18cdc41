import type { Evidence, IncidentRecord } from '@vigil/contracts';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { mediaTime } from '../../lib/format/media-time.ts';
import { incident as messages } from '../../messages/en/incident.ts';
import styles from './evidence.module.css';

const text = messages.evidence;
/** So many are shown beside the incident. */
const mostShown = 3;

/** The normal moments that resemble the incident most, beside a picture of the incident itself. */
export function NearestNormal({
  evidence: { nearestNormal, peakSeconds },
  incident,
}: {
  readonly evidence: Evidence;
  readonly incident: IncidentRecord;
}): ReactNode {
  const at = peakSeconds ?? incident.peakSeconds;
  return (
    <div className={styles.nearest} data-print="hide">
      <h4 className={styles.nearestTitle} title={text.nearestHint}>
        {text.nearest}
      </h4>
      <ul className={styles.moments}>
        <li className={styles.moment} data-this="true">
          <Still videoId={incident.videoId} seconds={at} label={text.pictureOf(incident.sourceName, mediaTime(at, 1))} />
          <span>{text.thisMoment}</span>
        </li>
        {nearestNormal.slice(0, mostShown).map((moment) => (
          <li key={`${moment.sourceId ?? moment.source} ${moment.seconds}`} className={styles.moment}>
            <Moment moment={moment} incident={incident} />
            <span className={styles.distance}>{text.distance(moment.distance.toPrecision(2))}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Moment({
  moment: { source, sourceId, seconds },
  incident,
}: {
  readonly moment: Evidence['nearestNormal'][number];
  readonly incident: IncidentRecord;
}): ReactNode {
  // what is not compared with a profile is compared with the rest of itself; names alone are not unique enough for a picture
  const videoId = incident.baseline === 'self' ? incident.videoId : sourceId;
  const label = text.normalAt(source, mediaTime(seconds, 1));
  if (videoId === undefined) {
    return (
      <>
        <span className={styles.still}>{text.notStored}</span>
        <span>{label}</span>
      </>
    );
  }
  return (
    <>
      <Still videoId={videoId} seconds={seconds} label={text.pictureOf(source, mediaTime(seconds, 1))} />
      <Link href={`/videos/${encodeURIComponent(videoId)}?t=${seconds.toFixed(1)}`}>{label}</Link>
    </>
  );
}

/** A picture of a recording at a moment. */
function Still({
  videoId,
  seconds,
  label,
}: {
  readonly videoId: string;
  readonly seconds: number;
  readonly label: string;
}): ReactNode {
  const [isLost, setLost] = useState(false);
  if (isLost) return <span className={styles.still}>{text.noPicture}</span>;
  return (
    <img
      className={styles.still}
      src={`/api/v1/videos/${encodeURIComponent(videoId)}/frame?seconds=${Math.max(0, seconds).toFixed(1)}`}
      alt={label}
      loading="lazy"
      onError={() => setLost(true)}
    />
  );
}
