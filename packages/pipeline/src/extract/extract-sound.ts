import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { VigilError } from '@vigil/contracts';
import type { SoundSample, SoundTrack } from '@vigil/detection';
import { openSound } from '@vigil/media';
import type { VoiceActivity } from '@vigil/models';
import { cancellable, requireActive } from '../cancellation.ts';
import { progressMeter, type ProgressListener } from '../progress.ts';
import { readSoundSpool, readSoundSpoolEnd } from '../spool/read-sound-spool.ts';
import { SoundSpoolWriter } from '../spool/sound-spool.ts';
import type { SoundSpoolEnd } from '../spool/sound-spool-format.ts';
import { writeFailure } from '../write-failure.ts';
import { extractionKey, fileState, requireUnchanged } from './file-state.ts';
import { SoundSampler } from './sound-sampler.ts';
import { SoundTally } from './sound-tally.ts';

/** Changes whenever the same file would give other sound samples. */
export const soundVersion = '1';

/** What to listen to. */
export interface ExtractSoundRequest {
  readonly file: string;
  readonly name: string;
  /** Null where the speech model is not available; samples then have no speech. */
  readonly voice: VoiceActivity | null;
  /** Why the speech model is not available; null where it is. */
  readonly voiceUnavailable: string | null;
  /** Folder of the sound spool; a complete one is used again. */
  readonly workFolder: string;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ProgressListener | undefined;
}

/** What was heard in a file. */
export interface ExtractedSound {
  readonly track: SoundTrack;
  /** One line that says how the file was cut short; null where its sound was complete. */
  readonly truncated: string | null;
  /** The samples in order, as often as they are wanted; none where the track is absent or broken. */
  samples(): Iterable<SoundSample>;
}

/**
 * Hears a file once and writes a sample every tenth of a second to a sound spool: the same bytes every time. A file without a
 * sound track is `absent`, one whose sound cannot be decoded is `broken`; neither is an error.
 *
 * @throws VigilError for what the media package refuses, `file-unreadable` where the file changes meanwhile, `cancelled`,
 * `inference-failed`, `disk-full`, `not-writable`
 */
export function extractSound(request: ExtractSoundRequest): Promise<ExtractedSound> {
  return cancellable(request.signal, request.file, () => extract(request));
}

async function extract(request: ExtractSoundRequest): Promise<ExtractedSound> {
  const { file, voice, workFolder } = request;
  const before = fileState(file);
  try {
    mkdirSync(workFolder, { recursive: true });
  } catch (cause) {
    throw writeFailure(workFolder, cause);
  }
  const path = join(workFolder, 'sound.spool');
  const key = extractionKey(file, before, [soundVersion, voice?.version ?? request.voiceUnavailable]);
  const found = readSoundSpoolEnd(path, key);
  if (found) return fromSpool(path, found);
  try {
    const end = await run(request, path, key);
    requireUnchanged(file, before);
    return fromSpool(path, end);
  } catch (error) {
    // Not kept: another run may have more luck on a machine that is less busy.
    if (error instanceof VigilError && soundFailures.has(error.code)) return brokenSound(error.message, request);
    throw error;
  }
}

/** Sound that cannot be had is no reason not to look at the pictures. */
const soundFailures: ReadonlySet<string> = new Set(['codec-unsupported', 'media-process-died', 'media-process-stalled']);

function fromSpool(path: string, { track, truncated, samples }: SoundSpoolEnd): ExtractedSound {
  return { track, truncated, samples: () => readSoundSpool(path, samples) };
}

function brokenSound(reason: string, request: ExtractSoundRequest): ExtractedSound {
  return { track: unheard('broken', reason, request), truncated: null, samples: () => [] };
}

function unheard(state: 'absent' | 'broken', reason: string | null, { voiceUnavailable }: ExtractSoundRequest): SoundTrack {
  return { state, reason, heardSeconds: 0, silentShare: 0, speechUnavailableReason: voiceUnavailable };
}

/** Hears the file and completes its spool. */
async function run(request: ExtractSoundRequest, path: string, key: string): Promise<SoundSpoolEnd> {
  const { file, name, voice, signal, onProgress } = request;
  using writer = new SoundSpoolWriter(path);
  await using source = await openSound(file, { signal });
  if (!source) return writer.complete({ key, track: unheard('absent', null, request), truncated: null });
  const report = progressMeter('listen', name, source.info.durationSeconds, onProgress);
  const sampler = new SoundSampler(voice, signal);
  const tally = new SoundTally();
  const keep = (samples: readonly SoundSample[]): void => {
    for (const sample of samples) {
      tally.add(sample);
      writer.append(sample);
    }
  };
  for await (const block of source) {
    requireActive(signal, file);
    keep(await sampler.push(block));
    report(block.seconds);
  }
  keep(await sampler.end());
  const { facts } = source;
  if (!facts) throw new VigilError('internal', `${file}: its sound ended without its facts`);
  const track = tally.track(facts, request.voiceUnavailable);
  return writer.complete({ key, track, truncated: facts.truncated });
}
