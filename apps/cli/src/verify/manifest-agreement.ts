import { isDeepStrictEqual } from 'node:util';
import type { EvidenceManifest } from '@vigil/server/evidence';
import { z } from 'zod';

const incidentSchema = z.object({ id: z.string(), modelVersions: z.record(z.string(), z.string()) });
const analysisSchema = z.object({
  profileId: z.string().nullable(),
  profileVersion: z.string().nullable(),
  versions: z.record(z.string(), z.string()),
});
const videoSchema = z.object({ name: z.string(), sizeBytes: z.number(), sha256: z.string() });

/** Records of a pack, parsed from JSON; null where they are missing, do not hold, or are too large to look into. */
export interface SealedRecords {
  readonly incident: unknown;
  readonly analysis: unknown;
  readonly video: unknown;
}

/**
 * In what a manifest says something else than the sealed records that it repeats: the manifest itself is in no chain, so whoever changes
 * it must not be able to say that the pack is of another incident, video or version.
 *
 * @returns What does not agree, in a few words each; empty where all does.
 */
export function disagreements(manifest: EvidenceManifest, records: SealedRecords): string[] {
  const [incident, analysis, video] = [
    incidentSchema.safeParse(records.incident).data,
    analysisSchema.safeParse(records.analysis).data,
    videoSchema.safeParse(records.video).data,
  ];
  if (incident === undefined || analysis === undefined || video === undefined)
    return ['cannot be compared: a sealed record is missing or was changed'];
  const { profileId, profileVersion } = analysis;
  const facts: readonly [string, unknown, unknown][] = [
    ['another incident', manifest.incidentId, incident.id],
    ['another original', manifest.original, { name: video.name, sizeBytes: video.sizeBytes, sha256: video.sha256 }],
    ['other versions', manifest.versions, { ...analysis.versions, ...incident.modelVersions }],
    ['another profile', manifest.profile, profileId === null ? null : { id: profileId, version: profileVersion }],
  ];
  const faults = facts.filter(([, said, sealed]) => !isDeepStrictEqual(said, sealed));
  const wrong = faults.map(([name]) => `names ${name} than the sealed records`);
  return Object.keys(manifest.versions).length === 0 ? [...wrong, 'names no versions'] : wrong;
}
