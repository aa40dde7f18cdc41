import type { Analysis, Video } from '@vigil/contracts';
import { Alert } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { useMay } from '../../app/session.tsx';
import { Footage } from '../../components/footage/footage.tsx';
import { ShareMoment } from '../../components/footage/share-moment.tsx';
import { knownLoss, sourcesOfVideo } from '../../components/footage/sources-of.ts';
import { useLinkedMoment } from '../../components/footage/use-linked-moment.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { video as text } from '../../messages/en/video.ts';
import { AnalysisPanel } from './analysis-panel.tsx';
import { RegionSearch } from './region-search.tsx';
import { RegionSelector } from './region-selector.tsx';
import { useLastDone } from './use-last-done.ts';
import { useRegion } from './use-region.ts';
import { VideoActions } from './video-actions.tsx';
import { VideoEdit } from './video-edit.tsx';
import { VideoFacts } from './video-facts.tsx';
import { VideoIncidents } from './video-incidents.tsx';
import styles from './video-view.module.css';

/** A recording with its timeline, its incidents, and what is known about it. */
export function VideoView({ video, analysis }: { readonly video: Video; readonly analysis: Analysis | null }): ReactNode {
  const [, navigate] = useLocation();
  const mayManage = useMay('operator');
  const playhead = useLinkedMoment(0);
  const region = useRegion();
  const shown = useLastDone(video.id, analysis);
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const latest = <AnalysisPanel video={video} analysis={analysis} mayManage={mayManage} />;
  const facts = (
    <>
      <VideoFacts video={video} />
      {mayManage ? <VideoEdit video={video} /> : null}
    </>
  );
  return (
    <article className={styles.page}>
      <PageHeader title={video.name}>
        <ShareMoment playhead={playhead} />
        {mayManage ? <VideoActions video={video} onRemoved={() => navigate('/videos', { replace: true })} /> : null}
      </PageHeader>
      {video.state === 'unreadable' ? (
        <>
          <Alert color="yellow">{text.facts.unreadable(video.problem ?? '')}</Alert>
          {latest}
          {facts}
        </>
      ) : (
        <Footage
          playhead={playhead}
          video={video}
          analysis={shown ?? analysis}
          sources={sourcesOfVideo(video)}
          lost={knownLoss(video)}
          selectedId={selectedId}
          loop={null}
          onBand={({ id, peakSeconds }) => {
            setSelectedId(id);
            playhead.seek(peakSeconds);
          }}
          poster={`/api/v1/videos/${encodeURIComponent(video.id)}/poster`}
          below={
            <>
              <RegionSearch region={region} videoId={video.id} analysisId={shown?.id ?? null} playhead={playhead} />
              <VideoIncidents video={video} />
            </>
          }
          beside={latest}
          besideLast={facts}
        >
          {region.isChoosing && shown !== null ? (
            <RegionSelector
              box={region.box}
              aspect={video.width && video.height ? video.width / video.height : 16 / 9}
              onChange={region.choose}
            />
          ) : null}
        </Footage>
      )}
    </article>
  );
}
