import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Busy } from '../../components/busy.tsx';
import { Problem } from '../../components/problem.tsx';
import { useAnalysisRecord, useIncidentRecord, useVideoRecord } from '../../lib/queries/record-queries.ts';
import { IncidentView } from './incident-view.tsx';

/** The page of one incident. */
function IncidentPage(): ReactNode {
  const { id = '' } = useParams<{ id: string }>();
  const incident = useIncidentRecord(id);
  const video = useVideoRecord(incident.data?.videoId);
  const analysis = useAnalysisRecord(incident.data?.analysisId);
  const failed = [incident, video, analysis].find(({ data, error }) => error !== null && data === undefined);
  if (failed !== undefined) return <Problem error={failed.error} onRetry={() => void failed.refetch()} />;
  if (incident.data === undefined || video.data === undefined || analysis.data === undefined) return <Busy />;
  return <IncidentView key={id} incident={incident.data} video={video.data} analysis={analysis.data} />;
}

export default IncidentPage;
