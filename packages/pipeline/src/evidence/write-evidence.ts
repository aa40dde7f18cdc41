import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Incident, VigilError } from '@vigil/contracts';
import { type AnalysedFrame, cutClip, encodeJpeg, openFrames } from '@vigil/media';
import { requireActive } from '../cancellation.ts';
import type { ProgressListener } from '../progress.ts';
import { progressMeter } from '../progress.ts';
import { writeFailure } from '../write-failure.ts';

/** Long side of key frames at most, pixels. */
const keyFrameLongSidePixels = 1280;
/** Footage shown before and after an incident, seconds. */
const marginSeconds = 2;
/** Longer incidents are shown by the time around their start and peak only, seconds. */
const longestClipSeconds = 30;

/** What evidence is to be written. */
export interface EvidenceRequest {
  readonly file: string;
  readonly name: string;
  readonly incidents: readonly Incident[];
  /** Key frames and clips are written below it. */
  readonly folder: string;
  readonly durationSeconds: number | null;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ProgressListener | undefined;
}

/** What was written, and what could not be. */
export interface WrittenEvidence {
  readonly incidents: Incident[];
  readonly warnings: string[];
}

/**
 * Cuts a clip and takes a key frame for every incident.
 *
 * @throws VigilError `disk-full`, `not-writable`, `cancelled`
 */
export async function writeEvidence(request: EvidenceRequest): Promise<WrittenEvidence> {
  const { file, incidents, folder, signal } = request;
  if (incidents.length === 0) return { incidents: [], warnings: [] };
  await makeFolder(join(folder, 'key-frames'));
  await makeFolder(join(folder, 'clips'));
  const pictures = await takeKeyFrames(request);
  const warnings: string[] = [];
  const written: Incident[] = [];
  for (const incident of incidents) {
    requireActive(signal, file);
    const clip = `clips/${incident.id}.mp4`;
    const { startSeconds, endSeconds } = clipSpan(incident, request.durationSeconds);
    const span = { startSeconds, endSeconds, output: join(folder, clip), ...(signal ? { signal } : {}) };
    const cut = await cutTwice(file, span).catch((cause: unknown) => {
      const failure = writeFailure(clip, cause);
      if (failure.code === 'disk-full' || failure.code === 'not-writable' || failure.code === 'cancelled') throw failure;
      warnings.push(`No clip could be cut for the incident at ${incident.startSeconds.toFixed(1)} s: ${failure.message}`);
      return null;
    });
    written.push({
      ...incident,
      keyFrame: pictures.get(incident.id) ?? null,
      clip: cut ? clip : null,
      clipStartSeconds: cut ? cut.startSeconds : null,
    });
  }
  return { incidents: written, warnings };
}

/** A process that was killed from outside says nothing about the file: a second one cuts what the first could have. */
async function cutTwice(file: string, span: Parameters<typeof cutClip>[1]): ReturnType<typeof cutClip> {
  try {
    return await cutClip(file, span);
  } catch (error) {
    if (!(error instanceof VigilError && error.code === 'media-process-died')) throw error;
    return await cutClip(file, span);
  }
}

function clipSpan(incident: Incident, durationSeconds: number | null): { startSeconds: number; endSeconds: number } {
  const startSeconds = Math.max(0, incident.startSeconds - marginSeconds);
  const wanted = Math.min(incident.endSeconds + marginSeconds, startSeconds + longestClipSeconds);
  const endSeconds = Math.max(wanted, Math.min(incident.peakSeconds + marginSeconds, startSeconds + 2 * longestClipSeconds));
  return {
    startSeconds,
    endSeconds: durationSeconds === null ? endSeconds : Math.max(startSeconds + 0.1, Math.min(endSeconds, durationSeconds)),
  };
}

/** Reads the file once more and keeps the pictures at the incidents' peaks. */
async function takeKeyFrames({
  file,
  name,
  incidents,
  folder,
  signal,
  durationSeconds,
  onProgress,
}: EvidenceRequest): Promise<Map<string, string>> {
  const wanted = incidents.toSorted((a, b) => a.peakSeconds - b.peakSeconds);
  const taken = new Map<string, string>();
  const report = progressMeter('evidence', name, durationSeconds, onProgress);
  await using source = await openFrames(file, {
    colourLongSidePixels: keyFrameLongSidePixels,
    startAfterSeconds: Math.max(-1, wanted[0].peakSeconds - 1),
    ...(signal ? { signal } : {}),
  });
  let next = 0;
  for await (const frame of source) {
    while (next < wanted.length && frame.timeSeconds >= wanted[next].peakSeconds - 1e-6) {
      const path = `key-frames/${wanted[next].id}.jpg`;
      await saveJpeg(join(folder, path), frame);
      taken.set(wanted[next].id, path);
      next += 1;
    }
    if (frame.index % 50 === 0) report(frame.timeSeconds);
    if (next === wanted.length) break;
  }
  return taken;
}

async function saveJpeg(path: string, frame: AnalysedFrame): Promise<void> {
  const bytes = await encodeJpeg(await frame.colour());
  try {
    await writeFile(`${path}.partial`, bytes);
    await rename(`${path}.partial`, path);
  } catch (cause) {
    throw writeFailure(path, cause);
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw writeFailure(folder, cause);
  }
}
