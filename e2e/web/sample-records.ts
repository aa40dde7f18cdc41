import { join } from 'node:path';
import type { IncidentRecord } from '@vigil/contracts';
import { openSqliteStore, type Store } from '@vigil/store';
import { sampleNewIncident } from '@vigil/server/testing';

const batch = 5000;
const videoId = 'sample-video';
const analysisId = 'sample-analysis';
const severities = ['info', 'warning', 'critical'] as const;
const firstMs = Date.UTC(2026, 0, 1);
const stepMs = 5000;

/**
 * Puts incidents into the store of a data folder before the services start: falls at the gate, one every five seconds, all new. They
 * belong to a video whose files are gone, and have no pictures.
 */
export async function addIncidents(folder: string, count: number): Promise<void> {
  await using store = await openSqliteStore({ file: join(folder, 'vigil.sqlite') });
  await addVideo(store);
  for (let from = 0; from < count; from += batch) {
    const records = Array.from({ length: Math.min(batch, count - from) }, (_, index): IncidentRecord => {
      const number = from + index;
      const id = `incident-${String(number).padStart(9, '0')}`;
      const at = new Date(firstMs + number * stepMs).toISOString();
      const title = `a fall at the gate, number ${number}`;
      const noFiles = { keyFrame: null, clip: null, clipStartSeconds: null };
      const stored = { version: 1, createdAt: at, updatedAt: at };
      const times = { occurredAt: at, decidedAt: at };
      const severity = severities[number % severities.length];
      return { ...sampleNewIncident(id, { videoId, analysisId, title, severity, ...times, ...noFiles }), ...stored };
    });
    await store.importRecords('incidents', records);
  }
}

async function addVideo({ videos, analyses }: Store): Promise<void> {
  await videos.insert({
    id: videoId,
    name: 'gate.mp4',
    sourceId: 'gate',
    state: 'stored',
    problem: null,
    sha256: '0'.repeat(64),
    sizeBytes: 1000,
    mediaType: 'video/mp4',
    durationSeconds: 3600,
    width: 640,
    height: 360,
    framesPerSecond: 25,
    codec: 'h264',
    hasAudio: false,
    uploadedBy: 'somebody',
    latestAnalysisId: analysisId,
    held: false,
    originalRemoved: true,
  });
  await analyses.insert({
    id: analysisId,
    videoId,
    jobId: 'sample-job',
    profileId: null,
    profileVersion: null,
    budgetIncidentsPerDay: 5,
    state: 'done',
    error: null,
    startedAt: null,
    endedAt: null,
    analysedSeconds: 3600,
    incidentCount: null,
    budget: null,
    modalities: [],
    versions: {},
    warnings: [],
  });
}
