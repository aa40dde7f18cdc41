import { VigilError } from '@vigil/contracts';
import type { FeatureRecord, SoundSample } from '@vigil/detection';
import type { ExtractedSource } from '../extract/extract-source.ts';

/** A stretch of a file, media time in seconds; null is the file's own start or end. */
export interface FootageRange {
  readonly startSeconds: number | null;
  readonly endSeconds: number | null;
}

/**
 * The moments and the sound of a stretch of a source. What was seen before it still tells what is background and who is followed;
 * only what lies inside counts.
 *
 * @throws VigilError `bad-request` where the stretch ends before it starts, or before the source begins
 */
export function withinRange(source: ExtractedSource, { startSeconds, endSeconds }: FootageRange): ExtractedSource {
  const [start, end] = [startSeconds ?? -Infinity, endSeconds ?? Infinity];
  if (!(end > start && end > 0)) {
    throw new VigilError('bad-request', `A stretch of footage ends after it starts, not from ${start} s to ${end} s`, {
      startSeconds,
      endSeconds,
    });
  }
  const isInside = ({ seconds }: { readonly seconds: number }): boolean => seconds >= start && seconds <= end;
  return {
    ...source,
    analysedSeconds: Math.min(source.analysedSeconds, end - Math.max(0, start)),
    records: () => numbered(source.records(), isInside),
    sound: { track: source.sound.track, samples: () => those(source.sound.samples(), isInside) },
  };
}

/** Records are counted from 0 without gaps. */
async function* numbered(
  records: AsyncIterable<FeatureRecord> | Iterable<FeatureRecord>,
  isInside: (record: FeatureRecord) => boolean,
): AsyncGenerator<FeatureRecord> {
  let index = 0;
  for await (const record of records) {
    if (!isInside(record)) continue;
    yield { ...record, index };
    index += 1;
  }
}

async function* those(
  samples: AsyncIterable<SoundSample> | Iterable<SoundSample>,
  isInside: (sample: SoundSample) => boolean,
): AsyncGenerator<SoundSample> {
  for await (const sample of samples) if (isInside(sample)) yield sample;
}
