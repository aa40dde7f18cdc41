import { buffer } from 'node:stream/consumers';
import { zipOf } from '../../export/zip-entry.ts';
import { exportRoutes } from '../export-routes.ts';
import { openApiBench } from './api-bench.ts';
import { addSampleEvidence } from './sample-evidence.ts';

/** An evidence pack as the service sends it, with the original, and the seal that the audit log has of it. */
export async function makeSamplePack(): Promise<{ readonly zip: Buffer; readonly seal: string }> {
  await using bench = await openApiBench(exportRoutes);
  await addSampleEvidence(bench);
  const url = '/api/v1/incidents/i-1/evidence-pack.zip?original=true';
  const { rawPayload: zip } = await bench.app.inject({ url, headers: { 'x-test-role': 'viewer' } });
  const [entry] = (await bench.context.store.audit.list({ limit: 1 })).items;
  return { zip, seal: String(entry.details.seal) };
}

/** A ZIP of files by path, as packs are. */
export async function zipFiles(files: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  await using bench = await openApiBench(() => []);
  const entries = [...files].map(([path, content]) => ({ path, content }));
  return await buffer(zipOf(bench.context.media, entries, new Date(0)));
}
