import type { Analysis, IncidentRecord, ProfileRecord, Video } from '@vigil/contracts';
import type { Store } from '@vigil/store';
import { sampleNewIncident } from '../../testing/sample-incident.ts';

const sha256 = '0123456789abcdef'.repeat(4);

/** Stores a video. */
export async function addVideo({ videos }: Store, id: string, values: Partial<Video> = {}): Promise<Video> {
  return await videos.insert({
    id,
    name: `${id}.mp4`,
    sourceId: null,
    state: 'stored',
    problem: null,
    sha256,
    sizeBytes: 1000,
    mediaType: 'video/mp4',
    durationSeconds: 60,
    width: 640,
    height: 480,
    framesPerSecond: 25,
    codec: 'h264',
    hasAudio: false,
    uploadedBy: 'user-operator',
    latestAnalysisId: null,
    held: false,
    originalRemoved: false,
    ...values,
  });
}

/** Stores an analysis that is done. */
export async function addAnalysis({ analyses }: Store, id: string, values: Partial<Analysis> = {}): Promise<Analysis> {
  return await analyses.insert({
    id,
    videoId: 'v-1',
    jobId: `job-${id}`,
    profileId: null,
    profileVersion: null,
    budgetIncidentsPerDay: 5,
    state: 'done',
    error: null,
    startedAt: null,
    endedAt: null,
    analysedSeconds: 60,
    incidentCount: 1,
    budget: null,
    modalities: [],
    versions: {},
    warnings: [],
    ...values,
  });
}

/** Stores an incident. */
export async function addIncident(
  { incidents }: Store,
  id: string,
  values: Partial<IncidentRecord> = {},
): Promise<IncidentRecord> {
  const ofVideo = { sourceId: 'v-1', videoId: 'v-1', analysisId: 'a-1', sourceName: 'v-1.mp4' };
  return await incidents.insert(sampleNewIncident(id, { ...ofVideo, ...values }));
}

/** Stores a profile with two revisions, without their files. */
export async function addProfile({ profiles }: Store, id: string, values: Partial<ProfileRecord> = {}): Promise<ProfileRecord> {
  const revisions = [1, 2].map((revision) => ({
    revision,
    profileVersion: `version-${revision}`,
    fileKey: `profiles/${id}/version-${revision}.vigil-profile`,
    change: revision === 1 ? ('learned' as const) : ('extended' as const),
    summary: `v-${revision}.mp4`,
    at: `2026-11-0${revision}T08:00:00.000Z`,
    by: 'user-operator',
  }));
  const [, { revision, profileVersion, fileKey }] = revisions;
  return await profiles.insert({
    id,
    name: id,
    state: 'ready',
    problem: null,
    revision,
    profileVersion,
    fileKey,
    sources: [{ name: 'v-1.mp4', seconds: 60 }],
    calibrationSeconds: 60,
    sizeBytes: 1000,
    revisions,
    ...values,
  });
}
