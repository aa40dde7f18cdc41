import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Busy } from '../../components/busy.tsx';
import { Problem } from '../../components/problem.tsx';
import { useAnalysisRecord, useVideoRecord } from '../../lib/queries/record-queries.ts';
import { VideoView } from './video-view.tsx';

/** The page of one recording. */
function VideoPage(): ReactNode {
  const { id = '' } = useParams<{ id: string }>();
  const video = useVideoRecord(id);
  const analysis = useAnalysisRecord(video.data?.latestAnalysisId);
  if (video.error !== null && video.data === undefined) {
    return <Problem error={video.error} onRetry={() => void video.refetch()} />;
  }
  if (video.data === undefined) return <Busy />;
  return <VideoView key={id} video={video.data} analysis={analysis.data ?? null} />;
}

export default VideoPage;
