import { join } from 'node:path';
import type { DatasetClip } from '@vigil/contracts';
import { type RuleEvent, SoundWatcher } from '@vigil/detection';
import { type ExtractedSound, extractSound, type ProgressListener, workName } from '@vigil/pipeline';
import type { EvaluationRequest } from '../run/evaluation-request.ts';

/** A clip that was listened to. */
export interface HeardSound {
  readonly clip: DatasetClip;
  readonly track: ExtractedSound['track'];
  readonly truncated: string | null;
  /** In order of their start. */
  readonly events: readonly RuleEvent[];
  /** Level, dBFS, a value a tenth of a second, and its media time, seconds. */
  readonly levelsDb: readonly number[];
  readonly seconds: readonly number[];
}

/** Listens to a clip by itself, without a profile. */
export async function listenToClip(
  request: EvaluationRequest,
  folder: string,
  clip: DatasetClip,
  onProgress: ProgressListener,
): Promise<HeardSound> {
  const { senses, signal } = request;
  const file = join(folder, clip.file);
  const sound = await extractSound({
    file,
    name: clip.file,
    voice: senses.voice,
    voiceUnavailable: senses.voiceUnavailable,
    workFolder: join(request.workFolder, workName(file)),
    signal,
    onProgress,
  });
  const watcher = new SoundWatcher();
  const events: RuleEvent[] = [];
  const levelsDb: number[] = [];
  const seconds: number[] = [];
  for (const sample of sound.samples()) {
    events.push(...watcher.push(sample));
    levelsDb.push(sample.levelDb);
    seconds.push(sample.seconds);
  }
  events.push(...watcher.end());
  return { clip, track: sound.track, truncated: sound.truncated, events, levelsDb, seconds };
}
