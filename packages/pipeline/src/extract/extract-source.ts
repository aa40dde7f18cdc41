import type { SoundFeatures, SoundTrack } from '@vigil/detection';
import type { MediaInfo } from '@vigil/media';
import { type ExtractedFeatures, extractFeatures, type ExtractRequest } from './extract-features.ts';
import { extractSound } from './extract-sound.ts';

/** What was seen and heard in a file. */
export interface ExtractedSource extends ExtractedFeatures {
  readonly sound: SoundFeatures;
}

/** A file without a sound track. */
const noSound: SoundTrack = {
  state: 'absent',
  reason: null,
  heardSeconds: 0,
  silentShare: 0,
  speechUnavailableReason: null,
};

/**
 * Looks at a file and, where it has a sound track, listens to it at the same time.
 *
 * @throws VigilError as `extractFeatures` and `extractSound` do
 */
export async function extractSource(request: ExtractRequest): Promise<ExtractedSource> {
  const { file, name, senses, workFolder } = request;
  // sound is heard so quickly that it has no checkpoints
  const signals = [request.signal, request.pause].filter((signal) => signal !== undefined);
  const signal = signals.length === 0 ? undefined : AbortSignal.any(signals);
  const listen = (): Promise<SoundFeatures> =>
    extractSound({
      file,
      name,
      voice: senses.voice,
      voiceUnavailable: senses.voiceUnavailable,
      workFolder,
      signal,
    });
  const started: Promise<SoundFeatures>[] = [];
  const onOpened = ({ audio }: MediaInfo): void => {
    if (!audio) return;
    const hearing = listen();
    // reported when it is waited for, not as unhandled
    hearing.catch(() => undefined);
    started.push(hearing);
  };
  try {
    const seen = await extractFeatures({ ...request, onOpened });
    const sound = await (started.at(0) ?? (seen.info.audio ? listen() : { track: noSound, samples: () => [] }));
    return { ...seen, sound };
  } finally {
    // whoever called may remove the work folder: nothing writes there any more
    await Promise.allSettled(started);
  }
}
