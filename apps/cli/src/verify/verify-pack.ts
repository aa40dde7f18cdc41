import { VigilError } from '@vigil/contracts';
import { type EvidenceManifest, evidenceManifestSchema, linkFiles, type ManifestFile } from '@vigil/server/evidence';
import { z } from 'zod';
import { disagreements } from './manifest-agreement.ts';
import { PackArchive } from './pack-archive.ts';
import type { PackCheck, PackVerdict } from './pack-verdict.ts';

const manifestPath = 'manifest.json';
const guidePath = 'VERIFY.md';
/** Larger records are hashed and not looked into. */
const mostKeptBytes = 16 * 2 ** 20;
/** Records that the manifest repeats facts of. */
const records = ['incident.json', 'analysis.json', 'video.json'];

/**
 * Checks an evidence pack without anything but itself: every file against its hash, the hashes against the chain, the manifest against the
 * sealed records, and that nothing is there that nothing speaks of. Whether the seal is the one of the server, its audit log says.
 *
 * @throws VigilError `file-missing`, `file-unreadable`, `cancelled`
 */
export async function verifyPack(path: string, signal: AbortSignal): Promise<PackVerdict> {
  const unknown = { holds: false, incidentId: null, seal: null, versions: {} };
  const opened = await orFault(PackArchive.open(path), signal);
  if ('fault' in opened) return { ...unknown, checks: [broken('the ZIP', `cannot be read: ${opened.fault}`)] };
  using archive = opened.value;
  const manifest = await readManifest(archive, signal);
  if (typeof manifest === 'string') return { ...unknown, checks: [broken(manifestPath, manifest)] };
  const { incidentId, versions } = manifest;
  const contents = new Map<string, Buffer>();
  const checks: PackCheck[] = [];
  for (const file of manifest.files) checks.push(await checkFile(archive, file, contents, signal));
  const filesHold = checks.every(({ holds }) => holds === true);
  const chain = checkChain(manifest);
  checks.push(chain, ...checkNames(archive, manifest), checkManifest(manifest, contents), ...unsealed(archive));
  return {
    holds: checks.every(({ holds }) => holds !== false),
    incidentId,
    seal: filesHold && chain.holds ? manifest.seal : null,
    versions,
    checks,
  };
}

async function readManifest(archive: PackArchive, signal: AbortSignal): Promise<EvidenceManifest | string> {
  const entry = archive.entries.get(manifestPath);
  if (entry === undefined) return 'is missing: this is no evidence pack';
  if (entry.uncompressedSize > mostKeptBytes)
    return `has ${entry.uncompressedSize} bytes, and a manifest at most ${mostKeptBytes}`;
  const read = await orFault(archive.digest(entry, mostKeptBytes, signal), signal);
  if ('fault' in read) return `cannot be unpacked: ${read.fault}`;
  const parsed = evidenceManifestSchema.safeParse(jsonOf(read.value.content));
  if (parsed.success) return parsed.data;
  const [{ path, message }] = parsed.error.issues;
  return `is no manifest of an evidence pack: ${[path.join('.'), message].filter(Boolean).join(': ')}`;
}

async function checkFile(
  archive: PackArchive,
  { path, sizeBytes, sha256 }: ManifestFile,
  contents: Map<string, Buffer>,
  signal: AbortSignal,
): Promise<PackCheck> {
  const entry = archive.entries.get(path);
  if (entry === undefined) return broken(path, 'is missing');
  if (archive.repeated.has(path)) return broken(path, 'is there more than once');
  // what is larger than it should be is not unpacked to find out
  if (entry.uncompressedSize !== sizeBytes) return broken(path, `has ${entry.uncompressedSize} bytes, not ${sizeBytes}`);
  const read = await orFault(archive.digest(entry, records.includes(path) ? mostKeptBytes : 0, signal), signal);
  if ('fault' in read) return broken(path, `cannot be unpacked: ${read.fault}`);
  if (read.value.sha256 !== sha256) return broken(path, `was changed: its SHA-256 is ${read.value.sha256}, not ${sha256}`);
  if (read.value.content !== null) contents.set(path, read.value.content);
  return { name: path, holds: true, finding: 'is as it was sealed' };
}

function checkChain({ original, files, seal }: EvidenceManifest): PackCheck {
  const linked = linkFiles(original.sha256, files);
  const wrong = linked.files.find(({ link }, index) => link !== files[index].link);
  if (wrong !== undefined) return broken('chain', `breaks at ${wrong.path}: the link there is not what the files make`);
  if (linked.seal !== seal) return broken('chain', 'ends in another seal than the manifest names');
  return { name: 'chain', holds: true, finding: `leads from the original to the seal ${seal}` };
}

function checkNames({ entries, repeated }: PackArchive, { files }: EvidenceManifest): PackCheck[] {
  const listed = new Set([manifestPath, guidePath, ...files.map(({ path }) => path)]);
  const extra = [...entries.keys()].filter((path) => !listed.has(path));
  const twice = files.map(({ path }) => path).filter((path, index, all) => all.indexOf(path) !== index);
  return [
    ...extra.map((path) => broken(path, 'is in no manifest: somebody added it')),
    ...twice.map((path) => broken(path, 'is listed more than once')),
    ...[manifestPath, guidePath].filter((path) => repeated.has(path)).map((path) => broken(path, 'is there more than once')),
  ];
}

function checkManifest(manifest: EvidenceManifest, contents: ReadonlyMap<string, Buffer>): PackCheck {
  const [incident, analysis, video] = records.map((path) => jsonOf(contents.get(path) ?? null));
  const faults = disagreements(manifest, { incident, analysis, video });
  if (faults.length > 0) return broken(manifestPath, faults.join('; '));
  return { name: manifestPath, holds: true, finding: 'agrees with the sealed records' };
}

function unsealed({ entries }: PackArchive): PackCheck[] {
  return entries.has(guidePath) ? [{ name: guidePath, holds: null, finding: 'is a guide, which nothing seals' }] : [];
}

function broken(name: string, finding: string): PackCheck {
  return { name, holds: false, finding };
}

/** What a pack says wrong is a finding; what keeps this program from looking is thrown. */
async function orFault<T>(work: Promise<T>, signal: AbortSignal): Promise<{ readonly value: T } | { readonly fault: string }> {
  try {
    return { value: await work };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof VigilError || !(error instanceof Error)) throw error;
    return { fault: error.message };
  }
}

function jsonOf(content: Buffer | null): unknown {
  try {
    return content && z.json().parse(JSON.parse(content.toString('utf8')));
  } catch {
    return null;
  }
}
