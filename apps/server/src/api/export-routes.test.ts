import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { analysisResultSchema, incidentRecordSchema } from '@vigil/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type EvidenceManifest, evidenceManifestSchema } from '../export/evidence-manifest.ts';
import { exportRoutes } from './export-routes.ts';
import { type ApiBench, openApiBench } from './testing/api-bench.ts';
import { addSampleEvidence, sampleOriginal, sampleResult } from './testing/sample-evidence.ts';
import { addIncident } from './testing/sample-records.ts';

const sha256Of = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');
let bench: ApiBench;

beforeEach(async () => {
  bench = await openApiBench(exportRoutes);
  await addSampleEvidence(bench);
});
afterEach(async () => await bench[Symbol.asyncDispose]());

async function get(url: string, method: 'GET' | 'HEAD' = 'GET') {
  const reply = await bench.app.inject({ method, url, headers: { 'x-test-role': 'viewer' } });
  return { status: reply.statusCode, headers: reply.headers, bytes: reply.rawPayload, text: reply.body };
}

/** Files of a ZIP by path, read from its central directory (APPNOTE.TXT 4.3.12). */
function unzip(bytes: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    const method = bytes.readUInt16LE(at + 10);
    const size = bytes.readUInt32LE(at + 20);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + size);
    files.set(bytes.toString('utf8', at + 46, at + 46 + nameLength), method === 0 ? data : inflateRawSync(data));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return files;
}

describe('tables of incidents', () => {
  it('hold those that the filters of the list let through', async () => {
    await addIncident(bench.context.store, 'i-2', { severity: 'critical', title: 'Two, "quoted"' });
    const { status, headers, text } = await get('/api/v1/incidents/export.csv?severity=critical');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="incidents.csv"',
    });
    const lines = text.split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^\ufeffid,occurredAt,severity,kinds,title,/);
    expect(lines[1]).toMatch(/^i-2,2026-11-23T10:00:00.000Z,critical,motion.speed,"Two, ""quoted""",/);
  });

  it('make no formula of what people wrote', async () => {
    const { text } = await get('/api/v1/incidents/export.csv');
    expect(text).toContain(`"'=HYPERLINK(""http://evil"")"`);
  });

  it('hold complete records as JSON, over many pages and in the order asked for', async () => {
    for (let index = 0; index < 450; index++)
      await addIncident(bench.context.store, `m-${index}`, {
        occurredAt: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString(),
      });
    const { headers, text } = await get('/api/v1/incidents/export.json?order=oldest-first');
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    const incidents = z.array(incidentRecordSchema).parse(JSON.parse(text));
    expect(incidents.map(({ id }) => id)).toEqual([...Array.from({ length: 450 }, (_, index) => `m-${index}`), 'i-1']);
  });

  it('are empty lists where nothing passes', async () => {
    expect(JSON.parse((await get('/api/v1/incidents/export.json?status=confirmed')).text)).toEqual([]);
    expect((await get('/api/v1/incidents/export.csv?status=confirmed')).text.split('\r\n')).toHaveLength(2);
  });

  it.each(['?severity=loud', '?limit=5', '?from=yesterday', '?order=random'])('refuse %s', async (query) => {
    expect((await get(`/api/v1/incidents/export.csv${query}`)).status).toBe(400);
  });
});

describe('an incident as ZIP', () => {
  it('holds record, clip, key frame and a report of it alone', async () => {
    const { status, headers, bytes } = await get('/api/v1/incidents/i-1/export.zip');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="incident-i-1.zip"',
    });
    const files = unzip(bytes);
    expect([...files.keys()]).toEqual(['incident.json', 'clips/i-1.mp4', 'key-frames/i-1.jpg', 'report.html']);
    expect(String(files.get('clips/i-1.mp4'))).toBe('clip');
    expect(incidentRecordSchema.parse(JSON.parse(String(files.get('incident.json'))))).toMatchObject({ id: 'i-1' });
    expect(String(files.get('report.html'))).toContain('clips/i-1.mp4');
  });

  it('holds what is left once the retention has been there', async () => {
    await bench.context.media.remove('evidence/a-1');
    expect([...unzip((await get('/api/v1/incidents/i-1/export.zip')).bytes).keys()]).toEqual(['incident.json']);
  });

  it('is told of by HEAD without its bytes, and not there for none', async () => {
    const head = await get('/api/v1/incidents/i-1/export.zip', 'HEAD');
    expect([head.status, head.bytes.length]).toEqual([200, 0]);
    expect((await get('/api/v1/incidents/none/export.zip')).status).toBe(404);
  });
});

describe('an evidence pack', () => {
  async function pack(query = ''): Promise<{ files: Map<string, Buffer>; manifest: EvidenceManifest }> {
    const files = unzip((await get(`/api/v1/incidents/i-1/evidence-pack.zip${query}`)).bytes);
    return { files, manifest: evidenceManifestSchema.parse(JSON.parse(String(files.get('manifest.json')))) };
  }

  it('has the hash of each file, and a chain over them that begins with the original', async () => {
    const { files, manifest } = await pack();
    expect(manifest).toMatchObject({
      incidentId: 'i-1',
      original: { name: 'Straße.mp4', sha256: sha256Of(sampleOriginal) },
      versions: { vigil: '0.1.0' },
      missing: [],
    });
    expect(manifest.files.map(({ path }) => path)).toEqual([
      'incident.json',
      'clips/i-1.mp4',
      'key-frames/i-1.jpg',
      'report.html',
      'analysis.json',
      'video.json',
      'analysis-result.json',
      'profile/abc123.vigil-profile',
    ]);
    let link = manifest.original.sha256;
    for (const file of manifest.files) {
      const content = files.get(file.path) ?? Buffer.alloc(0);
      expect([content.length, sha256Of(content)]).toEqual([file.sizeBytes, file.sha256]);
      link = sha256Of([link, file.path, file.sizeBytes, file.sha256].join('\n'));
      expect(file.link).toBe(link);
    }
    expect(manifest.seal).toBe(link);
    expect(analysisResultSchema.parse(JSON.parse(String(files.get('analysis-result.json'))))).toEqual(sampleResult);
    const { items } = await bench.context.store.audit.list({ limit: 5, filter: { action: 'incident.export-evidence' } });
    expect(items).toMatchObject([{ target: 'incident:i-1', details: { seal: manifest.seal, withOriginal: false } }]);
  });

  it('is verified by the commands of its own guide', async () => {
    const { files, manifest } = await pack();
    const folder = join(bench.folder, 'pack');
    for (const [path, content] of files) {
      await mkdir(join(folder, path, '..'), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    const guide = String(files.get('VERIFY.md'));
    const [, chain] = /(^ {4}link=[^]*?"\$link"; \}$)/m.exec(guide) ?? [];
    // The guide takes jq for the manifest; here a few lines stand in for it, for machines without it.
    const stand = `jq() { case "$2" in .original.sha256) echo ${manifest.original.sha256};; *) cat lines;; esac; }\n`;
    await writeFile(
      join(folder, 'lines'),
      manifest.files.map(({ path, sizeBytes, sha256 }) => `${path}\t${sizeBytes}\t${sha256}\n`).join(''),
    );
    expect(execFileSync('sh', ['-c', stand + chain], { cwd: folder, encoding: 'utf8' }).trim()).toBe(manifest.seal);
    expect(guide).toContain(manifest.seal);
    expect(guide).toContain('--profile evidence --budget 5/day');
    expect(await readdir(folder)).toContain('VERIFY.md');
    expect(String(await readFile(join(folder, 'incident.json')))).toContain('"i-1"');
  });

  it('holds the original where asked for, and says where it is gone', async () => {
    const { files, manifest } = await pack('?original=true');
    expect(String(files.get(`original/${manifest.original.sha256}`))).toBe(sampleOriginal);
    await bench.context.store.videos.update('v-1', (video) => ({ ...video, originalRemoved: true }));
    expect((await get('/api/v1/incidents/i-1/evidence-pack.zip?original=true')).status).toBe(410);
    expect((await get('/api/v1/incidents/i-1/evidence-pack.zip')).status).toBe(200);
  });

  it('lists what the retention has removed', async () => {
    await bench.context.media.remove('evidence/a-1');
    expect((await pack()).manifest.missing).toEqual(['clips/i-1.mp4', 'key-frames/i-1.jpg', 'report.html']);
  });
});

it('gives nothing to who is not signed in', async () => {
  for (const url of [
    'incidents/export.csv',
    'incidents/export.json',
    'incidents/i-1/export.zip',
    'incidents/i-1/evidence-pack.zip',
  ])
    expect((await bench.send({ url: `/api/v1/${url}`, as: null })).status).toBe(401);
});
