import type { Analysis, IncidentView as ShownIncident, Video } from '@vigil/contracts';
import { Alert, Text } from '@mantine/core';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useMay } from '../../app/session.tsx';
import { Footage } from '../../components/footage/footage.tsx';
import { knownLoss, sourcesOfIncident } from '../../components/footage/sources-of.ts';
import { useLinkedMoment } from '../../components/footage/use-linked-moment.ts';
import { Problem } from '../../components/problem.tsx';
import { useFeed } from '../../lib/feed/feed-context.tsx';
import { incident as messages } from '../../messages/en/incident.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { Alike } from './alike.tsx';
import { Downloads } from './downloads.tsx';
import { Evidence } from './evidence.tsx';
import { IncidentFacts } from './incident-facts.tsx';
import { IncidentHeader } from './incident-header.tsx';
import styles from './incident.module.css';
import { NormalHere } from './normal-here.tsx';
import { PrintPicture } from './print-picture.tsx';
import { ReviewForm } from './review-form.tsx';
import { ReviewedMark } from './reviewed-mark.tsx';
import { ReviewShown } from './review-shown.tsx';
import { ReviewConflict, type ReviewOrder, useReview } from './use-review.ts';
import { Verdict } from './verdict.tsx';
import { Versions } from './versions.tsx';

/** An incident with its footage, why it was raised, and what people make of it. */
export function IncidentView({
  incident,
  video,
  analysis,
}: {
  readonly incident: ShownIncident;
  readonly video: Video;
  readonly analysis: Analysis;
}): ReactNode {
  const [, navigate] = useLocation();
  const mayReview = useMay('operator');
  const playhead = useLinkedMoment(incident.peakSeconds);
  const review = useReview(incident.id);
  const [settled, setSettled] = useState<Error | null>(null);
  const sources = useMemo(() => sourcesOfIncident(incident, video), [incident, video]);
  const loop = useMemo(
    () => ({ startSeconds: Math.max(0, incident.startSeconds - 1), endSeconds: incident.endSeconds + 1 }),
    [incident.startSeconds, incident.endSeconds],
  );
  const [isGone, setGone] = useState(false);
  useFeed(({ topic, type, record }) => {
    if (topic === 'incident' && type === 'end' && record.id === incident.id) setGone(true);
  });
  // what a form forgets once its change is saved, or given up for what somebody else has saved
  const afterwards = useRef<(() => void) | undefined>(undefined);
  const save = (order: ReviewOrder, onSaved?: () => void): void => {
    afterwards.current = onSaved;
    review.mutate(order, { onSuccess: () => onSaved?.() });
  };
  const conflict = review.error instanceof ReviewConflict && review.error !== settled ? review.error : null;
  const failure = review.error !== null && !(review.error instanceof ReviewConflict) ? review.error : null;
  return (
    <article className={styles.page}>
      {isGone ? (
        <Alert color="yellow" role="alert">
          {messages.gone}
        </Alert>
      ) : null}
      <IncidentHeader incident={incident} playhead={playhead} />
      <Footage
        playhead={playhead}
        video={video}
        analysis={analysis}
        sources={sources}
        lost={knownLoss(video)}
        incident={incident}
        selectedId={incident.id}
        loop={loop}
        onBand={({ id }) => {
          if (id === incident.id) playhead.seek(incident.peakSeconds);
          else navigate(`/incidents/${encodeURIComponent(id)}`);
        }}
        poster={incident.keyFrame === null ? undefined : `/api/v1/incidents/${encodeURIComponent(incident.id)}/key-frame`}
        below={
          <>
            <PrintPicture incident={incident} analysisId={analysis.id} />
            <div className={styles.panel}>
              <IncidentFacts incident={incident} />
              <Evidence incident={incident} modalities={analysis.modalities} onSeek={(seconds) => playhead.seek(seconds)} />
              <Versions incident={incident} />
            </div>
          </>
        }
        beside={
          <section className={styles.panel} aria-labelledby="verdict-title">
            <h2 id="verdict-title" className={styles.partTitle}>
              {messages.verdict.label}
            </h2>
            {mayReview ? (
              <div className={styles.judge} data-print="hide">
                <Verdict
                  incident={incident}
                  isSaving={review.isPending}
                  onChange={(change) => save({ change, base: incident })}
                />
                {failure === null ? null : <Problem title={messages.verdict.failed} error={failure} />}
                <ReviewForm incident={incident} isSaving={review.isPending} onSave={save} />
              </div>
            ) : (
              <Text size="sm" c="dimmed" data-print="hide">
                {messages.verdict.viewer}
              </Text>
            )}
            <ReviewedMark incident={incident} />
            <ReviewShown incident={incident} isPrintOnly={mayReview} />
          </section>
        }
        besideLast={
          <>
            {mayReview ? (
              <div className={styles.panel} data-print="hide">
                <NormalHere incident={incident} analysis={analysis} />
              </div>
            ) : null}
            <div className={styles.panel} data-print="hide">
              <Downloads incident={incident} hasOriginal={!video.originalRemoved} />
            </div>
            <div className={styles.panel} data-print="hide">
              <Alike incident={incident} />
            </div>
          </>
        }
      />
      {conflict === null ? null : (
        <ConflictDialog
          conflict={conflict}
          onClose={() => {
            setSettled(conflict);
            afterwards.current?.();
          }}
          onChoose={(change) => {
            setSettled(conflict);
            save({ change, base: conflict.current }, afterwards.current);
          }}
        />
      )}
    </article>
  );
}
