import { type IncidentRecord, VigilError } from '@vigil/contracts';
import { originalKey, profileKey } from '@vigil/media-store';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';
import { type EvidenceManifest, linkFiles } from './evidence-manifest.ts';
import { incidentFiles } from './incident-files.ts';
import { verifyGuide } from './verify-guide.ts';
import { digestOf, jsonEntry, type ZipEntry } from './zip-entry.ts';

/** What a pack is made of. */
export interface EvidencePack {
  readonly entries: readonly ZipEntry[];
  /** The last link of the chain over its files. */
  readonly seal: string;
}

/** Which pack is made. */
export interface PackRequest {
  readonly incident: IncidentRecord;
  /** Whether the original video is in it. */
  readonly withOriginal: boolean;
  /** Who asks, for the manifest. */
  readonly requestedBy: string;
}

/**
 * Gathers all that an incident rests on: the record, clip, key frame, report, the analysis with its complete result, the profile, the
 * original's hash and, where asked for, the original, under a manifest with a hash chain.
 *
 * @throws VigilError `not-found`; `gone` where the original is asked for and was removed
 */
export async function makeEvidencePack(context: ServerContext, request: PackRequest): Promise<EvidencePack> {
  const { store, media, clock, version } = context;
  const { incident, withOriginal, requestedBy } = request;
  const [video, analysis] = await Promise.all([
    requireRecord(store.videos, 'video', incident.videoId),
    requireRecord(store.analyses, 'analysis', incident.analysisId),
  ]);
  const { entries: own, missing, result } = await incidentFiles(media, incident);
  const entries = [...own, jsonEntry('analysis.json', analysis), jsonEntry('video.json', video)];
  if (result !== null) entries.push(jsonEntry('analysis-result.json', result));
  const profile = await profileEntry(context, analysis.profileId, analysis.profileVersion);
  if (profile !== null) entries.push(profile);
  if (withOriginal) {
    const key = originalKey(video.sha256);
    if (video.originalRemoved || (await media.stat(key)) === null)
      throw new VigilError('gone', `The original of incident ${incident.id} was removed; ask for the pack without it`);
    entries.push({ path: `original/${video.sha256}`, key, sizeBytes: video.sizeBytes });
  }
  const digests = [];
  for (const entry of entries) digests.push({ path: entry.path, ...(await digestOf(media, entry)) });
  const { files, seal } = linkFiles(video.sha256, digests);
  const manifest: EvidenceManifest = {
    format: 'vigil-evidence-pack',
    formatVersion: 1,
    incidentId: incident.id,
    madeAt: new Date(clock()).toISOString(),
    madeBy: requestedBy,
    madeWith: version,
    original: { name: video.name, sizeBytes: video.sizeBytes, sha256: video.sha256 },
    versions: { ...analysis.versions, ...incident.modelVersions },
    profile: analysis.profileId === null ? null : { id: analysis.profileId, version: analysis.profileVersion },
    missing: [...missing],
    files,
    seal,
  };
  const guide = verifyGuide({
    incidentId: incident.id,
    seal,
    originalName: video.name,
    originalSha256: video.sha256,
    profilePath: profile?.path ?? null,
    budgetIncidentsPerDay: analysis.budgetIncidentsPerDay,
    versions: manifest.versions,
  });
  const head = [jsonEntry('manifest.json', manifest), { path: 'VERIFY.md', content: Buffer.from(guide) }];
  return { entries: [...head, ...entries], seal };
}

async function profileEntry(
  { media }: ServerContext,
  profileId: string | null,
  profileVersion: string | null,
): Promise<ZipEntry | null> {
  if (profileId === null || profileVersion === null) return null;
  const file = await media.stat(profileKey(profileId, profileVersion));
  return file && { path: `profile/${profileVersion}.vigil-profile`, key: file.key, sizeBytes: file.sizeBytes };
}
